package io.github.offload4j.irtests.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.ReadModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of compilers on a newer LLVM do the same when they were read here and printed. */
class NewerCompilersTest {
    private static final String SHAPES = "a3 b1 c1 615 42-1 29785.7\n";

    @TempDir
    Path directory;

    private Path resource(String name) throws IOException {
        try (var stream = NewerCompilersTest.class.getResourceAsStream("/newer/" + name)) {
            Path file = directory.resolve(name);
            Files.write(file, stream.readAllBytes());
            return file;
        }
    }

    /** Reads a module, verifies it, and prints it next to itself. */
    private static Path throughTheReader(Path module) throws IOException {
        LLVMContextRef context = LLVMContextCreate();
        try {
            ReadModule read = ModuleReader.read(context, Files.readAllBytes(module), module.toString());
            assertThat(read.note()).isPresent();
            try (IrModule view = new IrModule(read.module())) {
                view.verify();
            }
            Path printed = module.resolveSibling("printed.ll");
            Files.writeString(printed, ModuleWriter.text(read.module()), UTF_8);
            LLVMDisposeModule(read.module());
            return printed;
        } finally {
            LLVMContextDispose(context);
        }
    }

    private Path linked(LlvmTool clang, Path module, String... libraries) {
        Path program = module.resolveSibling("program");
        List<String> arguments = new ArrayList<>(List.of("-w", "-O0", module.toString(), "-o", program.toString()));
        arguments.addAll(List.of(libraries));
        clang.run(arguments);
        return program;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-O0",
                "-O0 -g",
                "-O2 -g",
                "-O3 -march=haswell -gsimple-template-names -g",
                "-O2 -emit-llvm-bitcode",
            })
    void cppIsReadAndRuns(String options) throws IOException {
        LlvmTool clang = LlvmTool.require("clang++");
        boolean bitcode = options.endsWith("bitcode");
        Path module = directory.resolve(bitcode ? "shapes.bc" : "shapes.ll");
        List<String> arguments = new ArrayList<>(List.of(
                "-emit-llvm", bitcode ? "-c" : "-S", resource("shapes.cc").toString(), "-o", module.toString()));
        arguments.addAll(
                Arrays.asList(options.replace(" -emit-llvm-bitcode", "").split(" ")));
        clang.run(arguments);

        Execution run =
                Execution.ofTool(List.of(linked(clang, throughTheReader(module)).toString()));

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).isEqualTo(SHAPES);
    }

    @Test
    void rustIsReadAndRunsWithItsStandardLibraryInside() throws IOException {
        LlvmTool clang = LlvmTool.require("clang");
        Path rustc = Rustc.require();
        Path source = resource("words.rs");
        Path program = directory.resolve("words");
        Execution compiled = Execution.ofTool(List.of(
                rustc.toString(),
                "-Clto=fat",
                "-Copt-level=2",
                "-Ccodegen-units=1",
                "--emit=llvm-ir,link",
                source.toString(),
                "-o",
                program.toString()));
        assertThat(compiled.exitCode()).as(compiled.errors()).isZero();
        String expected = Execution.ofTool(List.of(program.toString())).output();

        Path again =
                linked(clang, throughTheReader(directory.resolve("words.ll")), "-lgcc_s", "-lpthread", "-ldl", "-lm");

        assertThat(Execution.ofTool(List.of(again.toString())).output())
                .isEqualTo(expected)
                .contains("[(\"a\", 3), (\"b\", 2), (\"c\", 1)]\ntrue\n");
    }
}
