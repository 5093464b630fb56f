package io.github.offload4j.irtests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * C programs made by chance, others in each run, leave the same memory whenever data travels, and never move more bytes when
 * it stays. {@code -Doffload4j.seed} repeats a run, {@code -Doffload4j.random.programs} makes it longer.
 */
class RandomCTest {
    private static final int PROGRAMS = Integer.getInteger("offload4j.random.programs", 200);
    private static final long SEED = Long.getLong("offload4j.seed", System.nanoTime() / 1000 % 1_000_000_000);
    private static final int BATCH = 50;

    @TempDir
    Path directory;

    @Test
    void sameMemory() throws IOException {
        System.out.println("first C program: -Doffload4j.seed=" + SEED);
        List<String> failures = new ArrayList<>();
        long split = 0;
        long resident = 0;
        for (long first = SEED; first < SEED + PROGRAMS; first += BATCH) {
            long begin = first;
            Flags flags = Flags.values()[(int) ((begin - SEED) / BATCH % Flags.values().length)];
            List<RandomProgramC> programs = LongStream.range(begin, Math.min(begin + BATCH, SEED + PROGRAMS))
                    .mapToObj(RandomProgramC::of)
                    .toList();
            MarkedProgram batch = RandomBatch.of("random-" + begin, programs, flags, directory);
            Trial.compile(List.of(batch), directory);
            Trial trial = Trial.run(List.of(batch), Runner.embedded(directory));
            failures.addAll(trial.failures(batch));
            split += trial.bytes(batch, Mode.SPLIT);
            resident += trial.bytes(batch, Mode.RESIDENT);
        }
        for (String failure : failures) {
            keep(Long.parseLong(failure.replaceAll("\\D*(\\d+).*", "$1")));
        }

        assertThat(failures).as("programs from %d on, kept in target/random", SEED).isEmpty();
        assertThat(resident).as("bytes in all, of %d", split).isLessThan(split);
    }

    private static void keep(long seed) throws IOException {
        RandomProgramC program = RandomProgramC.of(seed);
        Path folder = Files.createDirectories(Path.of(System.getProperty("basedir", ""), "target", "random"));
        Files.writeString(folder.resolve(seed + "-kernels.c"), "#include \"random.h\"\n" + program.kernels());
        Files.writeString(folder.resolve(seed + "-host.c"), "#include \"random-host.h\"\n" + program.host());
    }
}
