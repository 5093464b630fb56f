package io.github.offload4j.irtests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs made by chance, others in each run, leave the same memory whenever data travels, and never move more bytes when
 * it stays. {@code -Doffload4j.seed} repeats a run, {@code -Doffload4j.random.programs} makes it longer.
 */
class RandomProgramsTest {
    @TempDir
    Path directory;

    @Test
    void compiledFromC() throws IOException {
        RandomTrials trials = RandomTrials.ofC(directory, Runner.embedded(directory));
        check(trials);
    }

    @Test
    void writtenInLlvmIr() throws IOException {
        RandomTrials trials = RandomTrials.ofIr(directory, Runner.embedded(directory));
        check(trials);
        // about a tenth is saved, a little less with some seeds
        assertThat(trials.residentBytes())
                .as("bytes in all, of %d", trials.splitBytes())
                .isLessThan(trials.splitBytes() * 19 / 20);
    }

    @Test
    void splitIntoFunctions() throws IOException {
        check(RandomTrials.ofCalls(directory, Runner.embedded(directory)));
    }

    private static void check(RandomTrials trials) throws IOException {
        long seed = Long.getLong("offload4j.seed", System.nanoTime() / 1000 % 1_000_000_000);
        System.out.println("first program: -Doffload4j.seed=" + seed);
        List<String> failures = trials.run(seed, Integer.getInteger("offload4j.random.programs", 200));
        for (String failure : failures) {
            trials.keep(failure, Path.of(System.getProperty("basedir", ""), "target", "random"));
        }

        assertThat(failures)
                .as("-Doffload4j.seed=%d; those that fail are in target/random", seed)
                .isEmpty();
        assertThat(trials.residentBytes())
                .as("bytes in all, of %d", trials.splitBytes())
                .isLessThan(trials.splitBytes());
    }
}
