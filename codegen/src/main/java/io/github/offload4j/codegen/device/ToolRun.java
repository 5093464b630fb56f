package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a program that reads one file and writes another, in a folder that is deleted afterwards. */
final class ToolRun {
    /** Builds a command line. */
    @FunctionalInterface
    interface Command {
        /** Returns the program and its arguments. */
        List<String> of(Path input, Path output);
    }

    private ToolRun() {}

    /**
     * Runs a program and returns what it wrote.
     *
     * @param tool what messages call it
     * @throws OffloadException with the program's words when it cannot be started or fails
     */
    static byte[] run(String tool, byte[] input, String inputName, Command command) {
        return run(tool, Map.of(inputName, input), (folder, output) -> command.of(folder.resolve(inputName), output));
    }

    /**
     * Runs a program on several files and returns what it wrote.
     *
     * @param inputs by name
     * @param command gets the folder that they are in
     * @throws OffloadException with the program's words when it cannot be started or fails
     */
    static byte[] run(String tool, Map<String, byte[]> inputs, Command command) {
        try {
            Path folder = Files.createTempDirectory("offload4j");
            try {
                return run(tool, folder, inputs, command);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new OffloadException(Reason.TOOL, tool + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OffloadException(Reason.TOOL, tool + " was interrupted");
        }
    }

    private static byte[] run(String tool, Path folder, Map<String, byte[]> inputs, Command command)
            throws IOException, InterruptedException {
        for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
            Files.write(folder.resolve(input.getKey()), input.getValue());
        }
        Path outputFile = folder.resolve("output");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command.of(folder, outputFile))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        if (exit != 0 || !Files.exists(outputFile)) {
            String words = new String(Files.readAllBytes(log), UTF_8).strip();
            throw new OffloadException(Reason.TOOL, tool + " failed with exit code " + exit + ": " + words);
        }
        return Files.readAllBytes(outputFile);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ToolRun::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
