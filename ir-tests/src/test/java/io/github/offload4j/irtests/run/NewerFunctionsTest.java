package io.github.offload4j.irtests.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import org.junit.jupiter.api.Test;

/** Intrinsics that a newer LLVM has and this one does not, computed by others. */
class NewerFunctionsTest {
    private static final String MODF = """
            define void @parts(double %x, ptr %to) {
              %both = call { double, double } @llvm.modf.f64(double %x)
              store { double, double } %both, ptr %to
              ret void
            }
            define void @floats(float %x, ptr %to) {
              %both = call { float, float } @llvm.modf.f32(float %x)
              store { float, float } %both, ptr %to
              ret void
            }
            declare { double, double } @llvm.modf.f64(double)
            declare { float, float } @llvm.modf.f32(float)
            """;

    @Test
    void modfIsCsModf() {
        try (OffloadRuntime runtime = OffloadRuntime.embedded();
                OffloadProgram program = OffloadJit.on(runtime).build().load(MODF.getBytes(UTF_8), "modf.ll")) {
            assertThat(parts(program, 2.75)).containsExactly(0.75, 2.0);
            assertThat(parts(program, -2.75)).containsExactly(-0.75, -2.0);
            assertThat(parts(program, -0.25)).containsExactly(-0.25, -0.0);
            assertThat(parts(program, 3)).containsExactly(0.0, 3.0);
            assertThat(parts(program, -3)).containsExactly(-0.0, -3.0);
            assertThat(parts(program, Double.NEGATIVE_INFINITY)).containsExactly(-0.0, Double.NEGATIVE_INFINITY);
            assertThat(parts(program, Double.NaN)).containsExactly(Double.NaN, Double.NaN);
            float[] floats = new float[2];
            program.function("floats").call(-1.5f, floats);
            assertThat(floats).containsExactly(-0.5f, -1.0f);
        }
    }

    private static double[] parts(OffloadProgram program, double x) {
        double[] both = new double[2];
        program.function("parts").call(x, both);
        return both;
    }
}
