package io.github.offload4j.irtests.barriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kernels with barriers in random control flow, others in each run, leave the same by loops, by coroutines, and by threads of
 * the system. {@code -Doffload4j.seed} repeats a run, {@code -Doffload4j.random.kernels} makes it longer.
 */
class RandomKernelsTest {
    private static final int BATCH = 25;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void loopsAndCoroutinesDoWhatThreadsDo() throws IOException {
        long seed = Long.getLong("offload4j.seed", System.nanoTime() / 1000 % 1_000_000_000);
        System.out.println("first kernel: -Doffload4j.seed=" + seed);
        int count = Integer.getInteger("offload4j.random.kernels", 50);
        List<String> differences = new ArrayList<>();
        int coroutines = 0;
        for (int first = 0; first < count; first += BATCH) {
            long number = seed + first / BATCH;
            RandomKernels kernels =
                    RandomKernels.of(directory.resolve("" + number), number, Math.min(BATCH, count - first));
            differences.addAll(kernels.differences());
            coroutines += kernels.coroutines();
        }
        System.out.println(count + " kernels, " + coroutines + " of them not by loops");

        assertThat(differences).as("-Doffload4j.seed=%d", seed).isEmpty();
        assertThat(coroutines).as("of %d kernels", count).isLessThan(count * 3 / 4);
    }
}
