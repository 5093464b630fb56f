package io.github.offload4j.irtests.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.irtests.run.Clang;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The assembly of the benchmark's kernels: several threads at once, by instructions of the processor that is compiled for. */
class PackedInstructionsTest {
    private static final Path KERNELS =
            Path.of("../tools/bench/loops/kernels.c").toAbsolutePath();
    private static final String INCLUDES = "-I" + Path.of("../tools/include").toAbsolutePath();

    /** Compiled once for each processor. */
    private static final Map<String, String> ASSEMBLY = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "stream_add,    addps,       vaddps .*%ymm",
        "stream_triad,  mulps,       vfmadd.*ps .*%ymm",
        "jacobi,        addps,       vaddps .*%ymm",
        "stencil,       mulps,       vfmadd.*ps .*%ymm",
        "black_scholes, _ZGVbN4v_expf, _ZGVdN8v_expf",
        "product,       mulps,       vfmadd.*ps .*%ymm",
        "stream_dot,    mulps,       vfmadd.*ps .*%ymm",
        "bodies,        divps,       vdivps .*%ymm"
    })
    void computeSeveralThreadsAtOnce(String kernel, String plain, String wide) {
        assertThat(code(kernel, "x86_64")).containsPattern(plain);
        assertThat(code(kernel, "x86_64:x86-64-v3").replace('\t', ' ')).containsPattern(wide);
    }

    /** A guard is a bound of the loop, where masks would cost time, or are not to be had. */
    @ParameterizedTest
    @ValueSource(strings = {"stream_triad", "jacobi", "stencil", "black_scholes"})
    void needNoMasksForGuards(String kernel) {
        assertThat(code(kernel, "x86_64:x86-64-v3")).doesNotContain("vmaskmov");
    }

    /** Arrays that are said to be apart are copied by the C library, as in C. */
    @Test
    void copyByTheFunctionThatIsThereForIt() {
        assertThat(code("stream_copy", "x86_64:x86-64-v3")).contains("memmove").doesNotContain("%ymm");
    }

    /** Atomic updates stay what they are, one after the other. */
    @ParameterizedTest
    @ValueSource(strings = "histogram")
    void atomicsAreDoneOneByOne(String kernel) {
        assertThat(code(kernel, "x86_64:x86-64-v3")).contains("lock").doesNotContain("%ymm");
    }

    private static String code(String kernel, String target) {
        String assembly = ASSEMBLY.computeIfAbsent(target, PackedInstructionsTest::assembly);
        int row = assembly.indexOf("\n" + kernel + ".row:");
        int begin = row >= 0 ? row : assembly.indexOf("\n" + kernel + ".blocks:");
        assertThat(begin).as(kernel).isNotNegative();
        return assembly.substring(begin, assembly.indexOf("Lfunc_end", begin));
    }

    private static String assembly(String target) {
        String ir = Clang.emitLlvm(
                KERNELS, "-O2", "-Xclang", "-disable-llvm-passes", "-fno-math-errno", "-fapprox-func", INCLUDES);
        try (DeviceCode code =
                DeviceCompiler.create().lower(ir.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(target))) {
            return code.assembly();
        }
    }
}
