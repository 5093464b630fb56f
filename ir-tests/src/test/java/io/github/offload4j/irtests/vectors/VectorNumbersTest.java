package io.github.offload4j.irtests.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels compute with vectors, and with the threads of a block's row in one loop, what they do one thread after the other. */
class VectorNumbersTest {
    private static final Path SOURCES = Path.of("src/test/resources/vectors").toAbsolutePath();
    private static final String INCLUDES = "-I" + Path.of("../tools/include").toAbsolutePath();
    private static final String WRAPPED = "begins again: 0 -1 -8 0";
    private static final String EXACT = "does not begin again: 3 3 4 4";

    @TempDir
    Path directory;

    /** What front ends hand over before and after their own optimiser, and with all in memory. */
    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O2"})
    void areThoseOfOneThreadAfterTheOther(String front) throws IOException {
        byte[] kernels = Clang.emitLlvm(
                        SOURCES.resolve("kernels.c"), front, "-fno-math-errno", "-ffp-contract=off", INCLUDES)
                .getBytes(UTF_8);
        Path one = image(kernels, "x86_64", OptimizationLevel.O1);
        Path plain = image(kernels, "x86_64", OptimizationLevel.O3);
        Path wide = image(kernels, "x86_64:native", OptimizationLevel.O3);
        Path program = directory.resolve("main");
        LlvmTool.require("clang")
                .run(List.of(SOURCES.resolve("main.c").toString(), "-O1", "-w", "-ldl", "-o", program.toString()));

        Execution execution =
                Execution.ofTool(List.of(program.toString(), one.toString(), plain.toString(), wide.toString()));

        assertThat(execution.exitCode()).as(execution.output()).isZero();
        String[] images = execution.output().split("\n\n", -1);
        assertThat(images[0].lines()).hasSizeGreaterThan(30);
        assertThat(images[1].lines())
                .containsExactlyElementsOf(images[0].lines().toList());
        assertThat(images[2].lines().filter(line -> !line.contains("begin")))
                .containsExactlyElementsOf(images[0].lines().toList());
        assertThat(images[2].lines()).contains(WRAPPED, EXACT);
    }

    private Path image(byte[] kernels, String target, OptimizationLevel level) throws IOException {
        DeviceCompiler compiler = DeviceCompiler.create().withLevel(level);
        try (DeviceCode code = compiler.lower(kernels, "kernels.ll", DeviceTarget.parse(target))) {
            return Files.write(
                    Files.createTempFile(directory, "kernels", ".so"),
                    code.image().content());
        }
    }
}
