package io.github.offload4j.irtests.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a program did: its exit code, where 128 is added to the number of a signal that ended it, and what it wrote.
 *
 * @param exitCode the exit code
 * @param output standard output
 * @param errors standard error, where the runtime reports
 */
public record Execution(int exitCode, String output, String errors) {
    /** The exit code of a program that called {@code abort}. */
    public static final int ABORTED = 128 + 6;

    /** The exit code of a program that followed a wild pointer. */
    static final int SEGMENTATION_FAULT = 128 + 11;

    private static final int LIMIT_IN_SECONDS = 120;

    /**
     * Runs a program to its end, and deletes what the runtime leaves behind. It sees none of the offload variables of this
     * process, only those given.
     *
     * @param environment variables on top of the others
     */
    public static Execution of(Path program, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            ImageCopies images = ImageCopies.before(program);
            try {
                return run(command, environment);
            } finally {
                images.deleteNew();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a tool to its end. */
    public static Execution ofTool(List<String> command) {
        try {
            return run(command, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Execution run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(OMP|OMPX|OMPTARGET|LIBOMPTARGET|KMP|LIBOMP)_.*"));
        builder.environment().putAll(environment);
        Path output = Files.createTempFile("offload4j", ".out");
        Path errors = Files.createTempFile("offload4j", ".err");
        try {
            builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
            int exitCode = exitCode(builder.start(), command, errors);
            return new Execution(exitCode, read(output), read(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static int exitCode(Process process, List<String> command, Path errors) throws IOException {
        try {
            if (!process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        command + " did not end within " + LIMIT_IN_SECONDS + " seconds:\n" + read(errors));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + command, e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n" + output + errors;
    }
}
