package io.github.offload4j.irtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is fed to the commands, the process goes on, in bounded time and memory, and what comes out is well formed.
 *
 * <p>{@code -Doffload4j.fuzz.seconds} sets how much of a processor's time it takes, {@code -Doffload4j.fuzz.seed} where it starts, instead of
 * anywhere, and {@code -Doffload4j.fuzz.keep} a directory that finds go to, after which it goes on. A crash inside of
 * LLVM's library is counted and told, and is no failure: no check of ours knows all of them.
 */
class FuzzTest {
    private static final long SECONDS = Long.getLong("offload4j.fuzz.seconds", 50);
    private static final long SEED = Long.getLong("offload4j.fuzz.seed", System.currentTimeMillis() * 100);

    /** How much of the time is for the target that needs a process for each input. */
    private static final int SHARE_OF_RUN = 5;

    @TempDir
    Path directory;

    @Test
    void inputsAreTakenOrRefused() throws IOException, InterruptedException {
        Fuzzing fuzzing = new Fuzzing(directory);

        fuzzing.fuzz(Targets.IN_PROCESS, SEED, SECONDS - SECONDS / SHARE_OF_RUN);

        finish(fuzzing, List.of("Lower", "Emit", "Reading", "Device", "Build", "Image"));
    }

    @Test
    void specsAreRunOrRefused() throws IOException, InterruptedException {
        Fuzzing fuzzing = new Fuzzing(directory);

        fuzzing.fuzz(List.of(Targets.RUN), SEED, SECONDS / SHARE_OF_RUN);

        finish(fuzzing, List.of("Run"));
    }

    private static void finish(Fuzzing fuzzing, List<String> targets) {
        System.out.print(fuzzing.report());
        assertThat(fuzzing.finds()).isEmpty();
        for (String target : targets) {
            assertThat(fuzzing.good(target + "Target")).as(target).isPositive();
        }
    }
}
