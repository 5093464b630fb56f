package io.github.offload4j.irtests.marks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.LlvmTool;
import io.github.offload4j.irtests.run.Rustc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The compilers that programs with marks are compiled by, each in the version that is installed. */
enum FrontEnd {
    C("clang"),
    CPP("clang++"),
    FORTRAN("flang"),
    RUST("rustc");

    static final Path INCLUDE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../tools/include");

    private final String program;

    FrontEnd(String program) {
        this.program = program;
    }

    /** Returns the compiler; where there is none, the test is skipped, or fails when runtimes are required. */
    private Execution run(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (this == RUST) {
            command.add(Rustc.require().toString());
            command.add("--edition=2024");
        } else {
            command.add(LlvmTool.require(program).path().toString());
        }
        command.addAll(arguments);
        return Execution.ofTool(command);
    }

    /** Runs the compiler, which must succeed. */
    void compile(List<String> arguments) {
        Execution execution = run(arguments);
        if (execution.exitCode() != 0) {
            throw new AssertionError(program + " " + arguments + ": " + execution);
        }
    }

    /** Returns what the compiler says of a source file that it is to refuse. */
    Execution refuse(List<String> arguments) {
        return run(arguments);
    }

    /** Returns the IR of a source file as text. */
    String emitLlvm(Path source, String options) {
        Path output = source.resolveSibling(source.getFileName() + options.replaceAll("[^A-Za-z0-9]+", "-") + ".ll");
        List<String> arguments = new ArrayList<>(options.isEmpty() ? List.of() : Arrays.asList(options.split(" ")));
        switch (this) {
            case C, CPP -> arguments.addAll(List.of("-Wall", "-Wextra", "-Werror", "-I", INCLUDE.toString()));
            case FORTRAN -> {
                Path folder = Objects.requireNonNull(source.getParent());
                compile(List.of(
                        "-fsyntax-only",
                        "-J" + folder,
                        INCLUDE.resolve("offload.f90").toString()));
                arguments.addAll(List.of("-cpp", "-I" + folder));
            }
            case RUST -> copyOfRustMarks(source);
        }
        arguments.addAll(
                this == RUST
                        ? List.of("-Ccodegen-units=1", "--emit=llvm-ir", "-Dwarnings")
                        : List.of("-S", "-emit-llvm"));
        arguments.addAll(List.of(source.toString(), "-o", output.toString()));
        compile(arguments);
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Programs in Rust have it beside them. */
    static void copyOfRustMarks(Path source) {
        try {
            Files.copy(
                    INCLUDE.resolve("offload.rs"),
                    source.resolveSibling("offload.rs"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
