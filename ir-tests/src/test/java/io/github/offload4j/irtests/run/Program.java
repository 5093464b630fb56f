package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A program made of emitted modules, their drivers in C and a runtime, in a directory of the test's. */
final class Program {
    static final String MAIN = "scenario.c";

    private final Path directory;
    private final String name;
    private final List<String> inputs = new ArrayList<>();
    private boolean cPlusPlus;
    private OptimizationLevel level = OptimizationLevel.O2;

    /**
     * Starts a program.
     *
     * @param directory where its files go; drivers compiled there before are used again
     * @param name what sets its files apart from those of other programs
     */
    Program(Path directory, String name) {
        this(directory, name, List.of(MAIN));
    }

    private Program(Path directory, String name, List<String> drivers) {
        this.directory = directory;
        this.name = name;
        drivers.forEach(this::driver);
    }

    /** Starts a program whose module has its own {@code main}. */
    static Program withoutScenarios(Path directory, String name) {
        return new Program(directory, name, List.of());
    }

    /** Sets how far the modules added from now on are optimised; 2 at first. */
    Program optimized(OptimizationLevel level) {
        this.level = level;
        return this;
    }

    /** Adds the module of some functions with sites, and their driver. */
    Program sites(SiteFamily family, OffloadOptions options) {
        module(family, options);
        driver(family.driver());
        return this;
    }

    /** Adds a module alone. */
    Program module(SiteFamily family, OffloadOptions options) {
        try (EmittedModule module = new EmittedModule(family.text(), options)) {
            family.emit(module);
            Path file = directory.resolve(name + "-" + inputs.size() + ".o");
            Files.write(file, module.object(level));
            inputs.add(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void driver(String resource) {
        Path object = directory.resolve(resource.replaceFirst("\\.cc?$", ".o"));
        cPlusPlus |= resource.endsWith(".cc");
        if (!Files.exists(object)) {
            compile(resource(resource), object);
        }
        if (!inputs.contains(object.toString())) {
            inputs.add(object.toString());
        }
    }

    /** Adds a driver whose target regions clang compiles for the host. */
    Program compiledByClang(String resource) {
        Path object = directory.resolve(name + "-" + resource.replaceFirst("\\.c$", ".o"));
        LlvmTool.require("clang-linker-wrapper");
        LlvmTool.require("clang")
                .run(List.of(
                        "-O1",
                        "-fopenmp",
                        "-fopenmp-targets=x86_64-pc-linux-gnu",
                        "-c",
                        resource(resource).toString(),
                        "-o",
                        object.toString()));
        inputs.add(object.toString());
        return this;
    }

    /** Puts the module that was added last into an archive. */
    Program archived() {
        Path module = lastModule();
        Path archive = directory.resolve("lib" + name + ".a");
        LlvmTool.require("llvm-ar").run(List.of("rcs", archive.toString(), module.toString()));
        inputs.remove(module.toString());
        inputs.add(archive.toString());
        return this;
    }

    /** Adds a library. */
    Program library(Path library) {
        inputs.add(library.toString());
        return this;
    }

    /** Links against the runtime of a version. */
    Path link(int version) {
        Path executable = directory.resolve(name);
        List<String> command = new ArrayList<>(List.of(cPlusPlus ? "c++" : "cc"));
        command.addAll(linkerArguments(executable, version));
        run(command);
        return executable;
    }

    /** Links by clang's linker wrapper, which finds the modules' images and registers them. */
    Path linkByWrapper(int version) {
        Path executable = directory.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("--offload-link", "-fuse-ld=lld"));
        arguments.addAll(linkerArguments(executable, version));
        LlvmTool.require("clang-linker-wrapper");
        LlvmTool.require("clang").run(arguments);
        return executable;
    }

    private List<String> linkerArguments(Path executable, int version) {
        RuntimeInstallation runtime = RuntimeInstallation.require(version);
        List<String> arguments = new ArrayList<>(List.of("-o", executable.toString()));
        arguments.addAll(inputs);
        arguments.addAll(List.of(
                runtime.offload().toString(),
                runtime.openmp().toString(),
                "-lm",
                "-Wl,-rpath," + runtime.offload().getParent()));
        return arguments;
    }

    /** Returns the object of the module that was added last. */
    Path lastModule() {
        return inputs.stream()
                .map(Path::of)
                .filter(input -> input.getFileName().toString().startsWith(name + "-"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static void compile(Path source, Path object) {
        boolean cPlusPlus = source.toString().endsWith(".cc");
        String compiler = cPlusPlus ? "c++" : "cc";
        String standard = cPlusPlus ? "-std=gnu++17" : "-std=gnu11";
        run(List.of(compiler, standard, "-O1", "-Wall", "-Werror", "-c", source.toString(), "-o", object.toString()));
    }

    private static void run(List<String> command) {
        Execution execution = Execution.ofTool(command);
        if (execution.exitCode() != 0) {
            throw new AssertionError(command + ": " + execution);
        }
    }

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Program.class.getResource("/run/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
