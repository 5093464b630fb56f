package io.github.offload4j.irtests.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.irtests.run.Clang;
import io.github.offload4j.irtests.run.LlvmTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LLVM's tools find the user's lines, and without optimisation the variables, in images that are objects. */
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

    private String dumped(String target, OptimizationLevel level, String section) throws IOException {
        Path source = Files.writeString(folder.resolve("squares.c"), SOURCE);
        String ir = Clang.emitLlvm(source, "-I../tools/include", "-g", "-O2", "-Xclang", "-disable-llvm-passes");
        Path image = folder.resolve("image");
        Files.write(
                image,
                DeviceCompiler.create()
                        .withLevel(level)
                        .compile(ir.getBytes(UTF_8), "squares.ll", DeviceTarget.parse(target))
                        .content());
        return LlvmTool.require("llvm-dwarfdump").run(List.of(section, image.toString()));
    }

    @ParameterizedTest
    @CsvSource({"x86_64, O0", "x86_64, O3", "amdgcn:gfx90a, O0", "amdgcn:gfx90a, O3"})
    void linesAreThoseOfTheSource(String target, OptimizationLevel level) throws IOException {
        assertThat(dumped(target, level, "--debug-line"))
                .contains("/squares.c\"")
                .containsPattern("(?m)^0x[0-9a-f]+ +6 +\\d+ ");
    }

    @ParameterizedTest
    @CsvSource({"x86_64", "amdgcn:gfx90a"})
    void variablesAreThereWithoutOptimisation(String target) throws IOException {
        assertThat(dumped(target, OptimizationLevel.O0, "--debug-info")).contains("DW_AT_name\t(\"square\")");
    }
}
