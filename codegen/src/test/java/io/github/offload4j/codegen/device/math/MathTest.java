package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What math becomes on each target, with libraries that say no more than how they were asked. */
class MathTest {
    private static final String NVIDIA = "nvptx64:sm_90";
    private static final String AMD = "amdgcn:gfx90a";
    private static final String HOST = "x86_64";

    @TempDir
    Path directory;

    @Test
    void aFunctionOfCIsTheLibrarys() throws IOException {
        String kernel = kernel("declare double @erf(double)", "double", "call double @erf(double %x)");
        assertThat(code(NVIDIA, kernel, "define double @__nv_erf(double %x) { ret double 21.0 }"))
                .contains("store double 2.100000e+01");
        assertThat(code(AMD, kernel, "define double @__ocml_erf_f64(double %x) { ret double 22.0 }"))
                .contains("store double 2.200000e+01");
        assertThat(code(HOST, kernel, "")).contains("call double @erf(double");
    }

    @Test
    void anIntrinsicIsTheSameFunction() throws IOException {
        String kernel = kernel("declare float @llvm.tanh.f32(float)", "float", "call float @llvm.tanh.f32(float %x)");
        assertThat(code(NVIDIA, kernel, "define float @__nv_tanhf(float %x) { ret float 21.0 }"))
                .contains("store float 2.100000e+01");
    }

    @Test
    void whatTheProcessorComputesExactlyNeedsNoLibrary() throws IOException {
        String kernel = kernel("declare float @sqrtf(float)", "float", "call float @sqrtf(float %x)");
        for (String target : List.of(NVIDIA, AMD, HOST)) {
            assertThat(code(target, kernel, "")).contains("@llvm.sqrt.f32(");
        }
    }

    @Test
    void anApproximationIsTakenWhereTheCallAllowsIt() throws IOException {
        String kernel = kernel("declare float @sinf(float)", "float", "call afn float @sinf(float %x)");
        assertThat(code(NVIDIA, kernel, "")).contains("call afn float @llvm.sin.f32(");
        String power = kernel(
                "declare float @llvm.pow.f32(float, float)",
                "float",
                "call afn float @llvm.pow.f32(float %x, float %x)");
        assertThat(code(NVIDIA, power, "define float @__nv_fast_powf(float %x, float %y) { ret float 23.0 }"))
                .contains("store float 2.300000e+01");
    }

    @Test
    void halfIsComputedInSinglePrecision() throws IOException {
        String kernel = kernel("declare half @llvm.cos.f16(half)", "half", "call half @llvm.cos.f16(half %x)");
        assertThat(code(NVIDIA, kernel, "define float @__nv_cosf(float %x) { ret float 2.0 }"))
                .contains("store half 0xH4000");
    }

    @Test
    void vectorsAreTakenApart() throws IOException {
        String kernel = kernel(
                "declare <2 x float> @llvm.log10.v2f32(<2 x float>)",
                "<2 x float>",
                "call <2 x float> @llvm.log10.v2f32(<2 x float> %x)");
        assertThat(code(NVIDIA, kernel, "define float @__nv_log10f(float %x) { ret float 4.0 }"))
                .contains("store <2 x float> splat (float 4.000000e+00)");
    }

    @Test
    void theRemainderOfFloatingPointDivisionIsAFunctionOfTheLibrary() throws IOException {
        String kernel = kernel("", "double", "frem double %x, 3.0");
        assertThat(code(NVIDIA, kernel, "define double @__nv_fmod(double %x, double %y) { ret double 24.0 }"))
                .contains("store double 2.400000e+01");
    }

    @Test
    void llvmSimplifiesBeforeTheLibraryIsAsked() throws IOException {
        String kernel =
                kernel("declare double @pow(double, double)", "double", "call double @pow(double %x, double 2.0)");
        assertThat(code(NVIDIA, kernel, "")).contains("fmul double %");
    }

    @Test
    void aFunctionThatTheUserDefinesIsTheUsers() throws IOException {
        String kernel =
                kernel("define double @erf(double %x) { ret double 7.0 }", "double", "call double @erf(double %x)");
        assertThat(code(NVIDIA, kernel, "")).contains("store double 7.000000e+00");
    }

    @Test
    void nvidiasLibraryLearnsThatSquareRootsAreExact() throws IOException {
        String library = """
                @key = private constant [17 x i8] c"__CUDA_PREC_SQRT\\00"
                @arch = private constant [12 x i8] c"__CUDA_ARCH\\00"
                declare i32 @__nvvm_reflect(ptr)
                define double @__nv_cbrt(double %x) {
                  %exact = call i32 @__nvvm_reflect(ptr @key)
                  %arch = call i32 @__nvvm_reflect(ptr @arch)
                  %sum = add i32 %exact, %arch
                  %r = sitofp i32 %sum to double
                  ret double %r
                }
                """;
        String kernel = kernel("declare double @cbrt(double)", "double", "call double @cbrt(double %x)");
        assertThat(code(NVIDIA, kernel, library)).contains("store double 9.010000e+02");
    }

    @Test
    void amdsLibraryLearnsTheProcessorAndThatResultsAreExact() throws IOException {
        String library = """
                @__oclc_ISA_version = external addrspace(4) constant i32
                @__oclc_correctly_rounded_sqrt32 = external addrspace(4) constant i8
                @__oclc_unsafe_math_opt = external addrspace(4) constant i8
                define double @__ocml_cbrt_f64(double %x) {
                  %isa = load i32, ptr addrspace(4) @__oclc_ISA_version
                  %exact = load i8, ptr addrspace(4) @__oclc_correctly_rounded_sqrt32
                  %unsafe = load i8, ptr addrspace(4) @__oclc_unsafe_math_opt
                  %both = sub i8 %exact, %unsafe
                  %wide = zext i8 %both to i32
                  %sum = add i32 %isa, %wide
                  %r = sitofp i32 %sum to double
                  ret double %r
                }
                """;
        String kernel = kernel("declare double @cbrt(double)", "double", "call double @cbrt(double %x)");
        assertThat(code(AMD, kernel, library)).contains("store double 9.011000e+03");
    }

    @Test
    void wrongTypesAreRefusedWithTheRightOnes() {
        String kernel = kernel("declare double @erf(double, i32)", "double", "call double @erf(double %x, i32 1)");
        assertThatThrownBy(() -> code(NVIDIA, kernel, ""))
                .hasMessage(
                        "'k' cannot be compiled for nvptx64:sm_90: it calls 'erf' as double (double, i32); it is double"
                                + " (double)");
    }

    @Test
    void whatALibraryLacksIsNamed() {
        String kernel = kernel("declare double @jn(i32, double)", "double", "call double @jn(i32 3, double %x)");
        assertThatThrownBy(() -> code(AMD, kernel, ""))
                .hasMessage("'k' cannot be compiled for amdgcn:gfx90a: it calls 'jn', which is not in ROCm's device"
                        + " libraries");
        assertThatThrownBy(() -> code(
                        NVIDIA,
                        kernel("declare double @__nv_no(double)", "double", "call double @__nv_no(double %x)"),
                        ""))
                .isInstanceOf(OffloadException.class)
                .hasMessageContaining("it needs '__nv_no' of NVIDIA's libdevice, which ");
    }

    @Test
    void whatIsLinkedGivesKernelsTheirCallees() {
        byte[] more = "define float @scaled(float %x) { ret float 9.0 }".getBytes(UTF_8);
        byte[] kernel = kernel("declare float @scaled(float)", "float", "call float @scaled(float %x)")
                .getBytes(UTF_8);
        try (DeviceCode code =
                DeviceCompiler.create().linking(more, "more.ll").lower(kernel, "k.ll", DeviceTarget.parse(AMD))) {
            assertThat(code.ir()).contains("store float 9.000000e+00");
        }
    }

    @Test
    void modulesOfOneNameAreLinkedBoth() {
        byte[] first = "define float @scaled(float %x) { ret float 9.0 }".getBytes(UTF_8);
        byte[] second = "define float @other(float %x) { ret float 7.0 }".getBytes(UTF_8);
        String declarations = "declare float @scaled(float)\ndeclare float @other(float)";
        byte[] kernel = kernel(
                        declarations, "float", "call float @scaled(float %x)\n  %w = call float @other(float %x)")
                .getBytes(UTF_8);
        DeviceCompiler compiler = DeviceCompiler.create()
                .linking(first, "more.ll")
                .linking(second, "more.ll")
                .linking(second, "more.ll");
        try (DeviceCode code = compiler.lower(kernel, "k.ll", DeviceTarget.parse(AMD))) {
            assertThat(code.ir()).contains("store float 9.000000e+00");
        }
    }

    private static String kernel(String others, String type, String value) {
        return others + "\ndefine void @k(ptr %p) \"offload-kernel\" {\n  %x = load " + type + ", ptr %p\n  %v = "
                + value + "\n  store " + type + " %v, ptr %p\n  ret void\n}\n";
    }

    private String code(String target, String kernel, String library) throws IOException {
        DeviceCompiler compiler = DeviceCompiler.create().withLevel(OptimizationLevel.O2);
        if (!library.isEmpty()) {
            compiler =
                    compiler.withDeviceLibraries(List.of(Files.writeString(directory.resolve("library.ll"), library)));
        }
        try (DeviceCode code = compiler.lower(kernel.getBytes(UTF_8), "k.ll", DeviceTarget.parse(target))) {
            return code.ir();
        }
    }
}
