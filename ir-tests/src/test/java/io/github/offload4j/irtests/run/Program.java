package io.github.offload4j.irtests.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A program made of emitted modules, drivers in C and a runtime, in a directory of the test's. */
final class Program {
    private static final String MAIN = "scenario.c";

    private final Path directory;
    private final String name;
    private final List<String> inputs = new ArrayList<>();

    /**
     * Starts a program.
     *
     * @param directory where its files go; drivers compiled there before are used again
     * @param name what sets its files apart from those of other programs
     */
    Program(Path directory, String name) {
        this.directory = directory;
        this.name = name;
        driver(MAIN);
    }

    /** Adds an emitted module. */
    Program module(byte[] object) {
        try {
            Path file = directory.resolve(name + "-" + inputs.size() + ".o");
            Files.write(file, object);
            inputs.add(file.toString());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a C file of the test resources. */
    Program driver(String resource) {
        Path object = directory.resolve(resource.replaceFirst("\\.c$", ".o"));
        if (!Files.exists(object)) {
            compile(resource(resource), object);
        }
        inputs.add(object.toString());
        return this;
    }

    /** Adds a library. */
    Program library(Path library) {
        inputs.add(library.toString());
        return this;
    }

    /** Links against a runtime. */
    Path link(RuntimeInstallation runtime) {
        Path executable = directory.resolve(name);
        List<String> command = new ArrayList<>(List.of("cc", "-o", executable.toString()));
        command.addAll(inputs);
        command.addAll(List.of(
                runtime.offload().toString(),
                runtime.openmp().toString(),
                "-lm",
                "-Wl,-rpath," + runtime.offload().getParent()));
        run(command);
        return executable;
    }

    private static void compile(Path source, Path object) {
        run(List.of("cc", "-std=gnu11", "-O1", "-Wall", "-Werror", "-c", source.toString(), "-o", object.toString()));
    }

    private static void run(List<String> command) {
        Execution execution = Execution.of(
                Path.of(command.get(0)),
                Map.of(),
                command.subList(1, command.size()).toArray(String[]::new));
        if (execution.exitCode() != 0) {
            throw new AssertionError(command + ": " + execution);
        }
    }

    private static Path resource(String name) {
        return Path.of(Objects.requireNonNull(Program.class.getResource("/run/" + name), name)
                .getPath());
    }
}
