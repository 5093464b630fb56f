package io.github.offload4j.irtests.barriers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A program of ours that was compiled. */
final class Program {
    private Program() {}

    /** Runs it, which must succeed, and returns what it prints. */
    static String output(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new AssertionError(program + " ended with " + status + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
