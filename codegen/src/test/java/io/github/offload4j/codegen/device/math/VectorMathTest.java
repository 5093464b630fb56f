package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.OwnedModule;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops over math functions in code for hosts. */
class VectorMathTest {
    private static final String LIBRARY = "libmvec.so.1";
    private static final String EXP = loop("afn", "expf", "float", 1);

    @ParameterizedTest
    @CsvSource({
        "sinf,  float,  1, _ZGVbN4v_sinf",
        "cosf,  float,  1, _ZGVbN4v_cosf",
        "expf,  float,  1, _ZGVbN4v_expf",
        "logf,  float,  1, _ZGVbN4v_logf",
        "powf,  float,  2, _ZGVbN4vv_powf",
        "sin,   double, 1, _ZGVbN2v_sin",
        "cos,   double, 1, _ZGVbN2v_cos",
        "exp,   double, 1, _ZGVbN2v_exp",
        "log,   double, 1, _ZGVbN2v_log",
        "pow,   double, 2, _ZGVbN2vv_pow"
    })
    void aLoopThatMayBeApproximatedCallsVectorFunctions(String name, String type, int arity, String vector) {
        String kernel = loop("afn", name, type, arity);
        assertThat(of(kernel, DeviceCode::assembly)).contains(vector + "@PLT");
        assertThat(content(of(kernel, DeviceCode::image))).contains(vector, LIBRARY);
    }

    @Test
    void anIntrinsicIsTheSameFunction() {
        assertThat(of(EXP.replace("@expf", "@llvm.exp.f32"), DeviceCode::ir)).contains("@_ZGVbN4v_expf(");
    }

    @Test
    void whatIsToBeExactIsNotApproximated() {
        String kernel = loop("nnan", "expf", "float", 1);
        assertThat(of(kernel, DeviceCode::ir)).doesNotContain("_ZGV");
        assertThat(content(of(kernel, DeviceCode::image))).doesNotContain(LIBRARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanf", "exp2f"})
    void aFunctionThatOldLibrariesLackIsNotCalled(String name) {
        assertThat(of(loop("afn", name, "float", 1), DeviceCode::ir)).doesNotContain("_ZGV");
    }

    @Test
    void codeThatCannotBeVectorisedHasNoTraceOfThem() {
        assertThat(of("""
                        declare float @expf(float)
                        define void @k(ptr %p) "offload-kernel" {
                          %x = load float, ptr %p
                          %y = call afn float @expf(float %x)
                          store float %y, ptr %p
                          ret void
                        }
                        """, DeviceCode::ir))
                .contains("call afn float @llvm.exp.f32(")
                .doesNotContain("_ZGV", "llvm.compiler.used", "vector-function-abi-variant");
    }

    @Test
    void codeThatIsNotOptimisedCallsNone() {
        try (DeviceCode code = lowered(EXP, OptimizationLevel.O0)) {
            assertThat(code.ir()).doesNotContain("_ZGV");
        }
    }

    @Test
    void aFunctionOfThatNameIsTheUsers() {
        String ir = of(EXP + """
                define <4 x float> @_ZGVbN4v_expf(<4 x float> %x) noinline {
                  ret <4 x float> zeroinitializer
                }
                define void @other(ptr %p) "offload-kernel" {
                  %x = load <4 x float>, ptr %p
                  %y = call <4 x float> @_ZGVbN4v_expf(<4 x float> %x)
                  store <4 x float> %y, ptr %p
                  ret void
                }
                """, DeviceCode::ir);
        assertThat(ir).contains("store <4 x float> zeroinitializer", "declare <4 x float> @_ZGVbN4v_expf(");
    }

    @Test
    void aHostVersionComputesThemByItself() {
        DeviceImage image = of(EXP, DeviceCode::image);
        try (OwnedModule module = OwnedModule.parse(image.hostVersion().orElseThrow(), "host version")) {
            assertThat(ModuleWriter.text(module.module().raw()))
                    .contains("define internal <4 x float> @_ZGVbN4v_expf(", "@llvm.exp.v4f32(");
        }
    }

    @Test
    void whatIsForAnotherLinkerComputesThemByItself() {
        try (DeviceCode code = lowered(EXP, OptimizationLevel.O3)) {
            code.relocatable();
            assertThat(code.assembly()).contains("\n_ZGVbN4v_expf:", "expf@PLT").doesNotContain("_ZGVbN4v_expf@PLT");
        }
    }

    private static String loop(String flag, String function, String type, int arity) {
        return """
                declare TYPE @FUNCTION(PARAMETERS)
                define void @k(ptr noalias %to, ptr noalias %from, i64 %n) "offload-kernel" {
                entry:
                  br label %body
                body:
                  %i = phi i64 [ 0, %entry ], [ %next, %body ]
                  %source = getelementptr inbounds TYPE, ptr %from, i64 %i
                  %x = load TYPE, ptr %source
                  %y = call FLAG TYPE @FUNCTION(ARGUMENTS)
                  %target = getelementptr inbounds TYPE, ptr %to, i64 %i
                  store TYPE %y, ptr %target
                  %next = add nuw nsw i64 %i, 1
                  %more = icmp ult i64 %next, %n
                  br i1 %more, label %body, label %end
                end:
                  ret void
                }
                """.replace("PARAMETERS", arity == 1 ? type : type + ", " + type)
                .replace("ARGUMENTS", arity == 1 ? type + " %x" : type + " %x, " + type + " %x")
                .replace("TYPE", type)
                .replace("FUNCTION", function)
                .replace("FLAG", flag);
    }

    private static DeviceCode lowered(String kernel, OptimizationLevel level) {
        return DeviceCompiler.create()
                .withLevel(level)
                .lower(kernel.getBytes(UTF_8), "k.ll", DeviceTarget.parse("x86_64"));
    }

    private static <T> T of(String kernel, Function<DeviceCode, T> view) {
        try (DeviceCode code = lowered(kernel, OptimizationLevel.O3)) {
            return view.apply(code);
        }
    }

    private static String content(DeviceImage image) {
        return new String(image.content(), ISO_8859_1);
    }
}
