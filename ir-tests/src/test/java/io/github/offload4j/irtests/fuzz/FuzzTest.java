package io.github.offload4j.irtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is fed to {@code lower} and {@code emit}, the process goes on, and what comes out is well formed.
 *
 * <p>{@code -Doffload4j.fuzz.seconds} sets how long it takes, and {@code -Doffload4j.fuzz.seed} where it starts.
 */
class FuzzTest {
    private static final long SECONDS = Long.getLong("offload4j.fuzz.seconds", 30);
    private static final long SEED = Long.getLong("offload4j.fuzz.seed", 1);

    /** For starting, and for the last input. */
    private static final long ALLOWANCE_IN_SECONDS = 120;

    private static final Path EXAMPLES =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../tools/examples");

    @TempDir
    Path directory;

    @Test
    void inputsAreLoweredOrRefused() throws IOException, InterruptedException {
        Path input = directory.resolve("input");
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ErrorFile=" + directory.resolve("crash"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzWorker.class.getName(),
                        Long.toString(SEED),
                        Long.toString(SECONDS),
                        input.toString(),
                        EXAMPLES.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(SECONDS + ALLOWANCE_IN_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).as("hangs on:\n%s", read(input)).isTrue();
        assertThat(process.exitValue())
                .as("%s\non:\n%s", read(log), read(input))
                .isZero();
        assertThat(read(log)).matches("(?s).*LowerTarget: \\d+ inputs, [1-9]\\d* good.*");
        assertThat(read(log)).matches("(?s).*EmitTarget: \\d+ inputs, [1-9]\\d* good.*");
        System.out.print(String.join("\n", List.of(read(log))));
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
    }
}
