package io.github.offload4j.irtests.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.device.Ptxas;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.irtests.run.Clang;
import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.LlvmTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** LLVM's tools and gdb find the user's lines, and without optimisation the variables, in images of every target. */
class LinesInImagesTest {
    private static final String SOURCE = """
            #include "offload.h"
            OFFLOAD_KERNEL void squares(int *x, int n) {
                int i = offload_thread_id(0);
                if (i < n) {
                    int square = i * i;
                    x[i] = square + 1;
                }
            }
            """;

    @TempDir
    Path folder;

    private Path image(String target, OptimizationLevel level) throws IOException {
        Path source = Files.writeString(folder.resolve("squares.c"), SOURCE);
        String ir = Clang.emitLlvm(source, "-I../tools/include", "-g", "-O2", "-Xclang", "-disable-llvm-passes");
        Path image = folder.resolve("image");
        Files.write(
                image,
                DeviceCompiler.create()
                        .withLevel(level)
                        .compile(ir.getBytes(UTF_8), "squares.ll", DeviceTarget.parse(target))
                        .content());
        return image;
    }

    private String dumped(String target, OptimizationLevel level, String section) throws IOException {
        return LlvmTool.require("llvm-dwarfdump")
                .run(List.of(section, image(target, level).toString()));
    }

    @ParameterizedTest
    @CsvSource({"x86_64, O0", "x86_64, O3", "amdgcn:gfx90a, O0", "amdgcn:gfx90a, O3"})
    void linesAreThoseOfTheSource(String target, OptimizationLevel level) throws IOException {
        assertThat(dumped(target, level, "--debug-line"))
                .contains("squares.c\"")
                .containsPattern("(?m)^0x[0-9a-f]+ +6 +\\d+ ");
    }

    @ParameterizedTest
    @CsvSource({"x86_64", "amdgcn:gfx90a"})
    void variablesAreThereWithoutOptimisation(String target) throws IOException {
        assertThat(dumped(target, OptimizationLevel.O0, "--debug-info")).contains("DW_AT_name\t(\"square\")");
    }

    /** Cubins are written by the CUDA toolkit's assembler. */
    @ParameterizedTest
    @EnumSource(
            value = OptimizationLevel.class,
            names = {"O0", "O3"})
    void linesOfCubinsAreThoseOfTheSource(OptimizationLevel level) throws IOException {
        assumeTrue(Ptxas.onThisMachine().isAvailable(), "no CUDA toolkit");
        linesAreThoseOfTheSource("nvptx64:sm_90", level);
    }

    @ParameterizedTest
    @EnumSource(
            value = OptimizationLevel.class,
            names = {"O0", "O3"})
    void gdbFindsTheCodeOfALine(OptimizationLevel level) throws IOException {
        Execution gdb = Execution.ofTool(List.of(
                "gdb",
                "-nx",
                "-batch",
                "-ex",
                "info line squares.c:6",
                image("x86_64", level).toString()));
        assertThat(gdb.output())
                .as(gdb.toString())
                .containsPattern("Line 6 of \".*squares.c\" starts at address 0x[0-9a-f]+ <squares\\+");
    }
}
