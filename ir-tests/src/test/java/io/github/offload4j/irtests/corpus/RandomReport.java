package io.github.offload4j.irtests.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Runs many programs made by chance, and prints those that lose data. */
final class RandomReport {
    private static final int BATCH = 50;

    private RandomReport() {}

    /**
     * Runs programs.
     *
     * @param arguments a folder for the programs, the first seed, how many, and {@code installed} for libomptarget 22 in
     *     place of the embedded device
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        long first = Long.parseLong(arguments[1]);
        long count = Long.parseLong(arguments[2]);
        Runner runner = arguments.length > 3 ? Runner.installed(directory) : Runner.embedded(directory);
        long split = 0;
        long resident = 0;
        int failures = 0;
        for (long seed = first; seed < first + count; seed += BATCH) {
            Flags flags = Flags.values()[(int) (seed / BATCH % Flags.values().length)];
            List<RandomProgramC> programs = LongStream.range(seed, Math.min(seed + BATCH, first + count))
                    .mapToObj(RandomProgramC::of)
                    .toList();
            MarkedProgram batch = RandomBatch.of("random", programs, flags, directory);
            Trial.compile(List.of(batch), directory);
            Trial trial = Trial.run(List.of(batch), runner);
            List<String> found = trial.failures(batch);
            found.forEach(System.out::println);
            failures += found.size();
            split += trial.bytes(batch, Mode.SPLIT);
            resident += trial.bytes(batch, Mode.RESIDENT);
        }
        System.out.printf(
                Locale.ROOT,
                "%d programs from %d: %d differences; split copies %d bytes, resident %d%n",
                count,
                first,
                failures,
                split,
                resident);
    }
}
