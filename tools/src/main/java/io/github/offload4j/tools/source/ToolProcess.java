package io.github.offload4j.tools.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a program ended that was run to its end.
 *
 * @param exitCode its exit code; above {@link #SIGNALS} the number of the signal that ended it is added to that
 * @param words what it printed, on both streams
 */
record ToolProcess(int exitCode, String words) {
    /** What Java adds to the number of a signal. */
    static final int SIGNALS = 128;

    /**
     * Runs a program, without any input.
     *
     * @param command the program and its arguments
     * @param environment variables on top of this process's
     * @throws IOException when it cannot be started
     */
    static ToolProcess run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread hook = new Thread(process::destroy, "end-compiler");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            String words = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new ToolProcess(process.waitFor(), words);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            removeHook(hook);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the hook is running, or has run
            return;
        }
    }

    /** Returns whether a signal ended it. */
    boolean wasKilled() {
        return exitCode > SIGNALS;
    }
}
