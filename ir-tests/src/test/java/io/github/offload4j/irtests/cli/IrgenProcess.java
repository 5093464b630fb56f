package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a run of irgen did.
 *
 * @param exitCode the exit code
 * @param output standard output
 * @param errors standard error
 */
record IrgenProcess(int exitCode, String output, String errors) {
    private static final int LIMIT_IN_SECONDS = 60;

    /**
     * Runs irgen to its end.
     *
     * @param directory what names on the command line are relative to
     */
    static IrgenProcess run(Path directory, String... arguments) {
        return run(directory, Map.of(), arguments);
    }

    /**
     * Runs irgen to its end.
     *
     * @param directory what names on the command line are relative to
     * @param environment variables on top of this process's
     */
    static IrgenProcess run(Path directory, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.offload4j.tools.Irgen"));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("irgen", ".out");
            Path errors = Files.createTempFile("irgen", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " did not end within " + LIMIT_IN_SECONDS + " seconds");
                }
                return new IrgenProcess(process.exitValue(), Files.readString(output, UTF_8), errors(errors));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("cannot run " + command, e);
        }
    }

    /** Newer JDKs warn of native code in a process that was not started by the launcher. */
    private static String errors(Path file) throws IOException {
        StringBuilder errors = new StringBuilder();
        for (String line : Files.readAllLines(file, UTF_8)) {
            if (!line.startsWith("WARNING: ")) {
                errors.append(line).append('\n');
            }
        }
        return errors.toString();
    }
}
