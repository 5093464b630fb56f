package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.irtests.fixture.ChildJvm;
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
        return run(List.of(), directory, environment, arguments);
    }

    /**
     * Runs irgen to its end behind a command of the shell, such as {@code ulimit}.
     *
     * @param directory what names on the command line are relative to
     */
    static IrgenProcess limited(String setting, Path directory, String... arguments) {
        return run(List.of("sh", "-c", setting + "; exec \"$@\"", "sh"), directory, Map.of(), arguments);
    }

    private static IrgenProcess run(
            List<String> before, Path directory, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8",
                "-cp",
                ChildJvm.classPath(),
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
                return new IrgenProcess(
                        process.exitValue(), Files.readString(output, UTF_8), Files.readString(errors, UTF_8));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("cannot run " + command, e);
        }
    }
}
