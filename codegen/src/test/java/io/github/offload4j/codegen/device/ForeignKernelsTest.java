package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels as front ends write them that compile for a host. */
class ForeignKernelsTest {
    private static final String PERSONALITY = "declare i32 @rust_eh_personality(...)\n";

    private final List<String> notes = new ArrayList<>();

    private String ir(String target, String module, String... marked) {
        return ir(OptimizationLevel.O0, target, module, marked);
    }

    private String ir(OptimizationLevel level, String target, String module, String... marked) {
        DeviceCompiler compiler = DeviceCompiler.create()
                .withLevel(level)
                .markingKernels(List.of(marked))
                .notingTo(notes::add);
        try (DeviceCode code = compiler.lower(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(target))) {
            code.assembly();
            return code.ir();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NVIDIA, AMD, HOST})
    void kernelInTheSectionIsOne(String target) {
        assertThat(ir(
                        target,
                        "define void @k(ptr %x) section \"offload.kernel\" {\n  store i32 1, ptr %x\n  ret void\n}\n"))
                .containsPattern("define .*void @k\\(")
                .doesNotContain("offload.kernel");
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {NVIDIA, AMD, HOST})
    void annotatedKernelIsOneAndTheAnnotationIsGone(String target) {
        assertThat(ir(target, """
                        @.text = private constant [15 x i8] c"offload-kernel\\00", section "llvm.metadata"
                        @.other = private constant [2 x i8] c"k\\00", section "llvm.metadata"
                        @.file = private constant [4 x i8] c"k.c\\00", section "llvm.metadata"
                        @llvm.global.annotations = appending global [2 x { ptr, ptr, ptr, i32, ptr }] [
                          { ptr, ptr, ptr, i32, ptr } { ptr @k, ptr @.text, ptr @.file, i32 1, ptr null },
                          { ptr, ptr, ptr, i32, ptr } { ptr @helper, ptr @.other, ptr @.file, i32 1, ptr null }], section "llvm.metadata"
                        define void @k(ptr %x) {
                          call void @helper(ptr %x)
                          ret void
                        }
                        define void @helper(ptr %x) {
                          store i32 1, ptr %x
                          ret void
                        }
                        """))
                .containsPattern("define .*void @k\\(")
                .doesNotContain("llvm.global.annotations")
                .doesNotContain("define void @helper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_ZN3app5scaleEPff", "app::scale(float*, float)", "app::scale"})
    void kernelIsNamedByItsSymbolOrAsInSourceCode(String name) {
        String module = "define void @_ZN3app5scaleEPff(ptr %x, float %f) {\n  store float %f, ptr %x\n  ret void\n}\n";

        assertThat(ir(NVIDIA, module, name)).containsPattern("define ptx_kernel void @_ZN3app5scaleEPff\\(");
    }

    @Test
    void nameOfNoFunctionIsRefused() {
        assertThatThrownBy(() -> ir(NVIDIA, "declare void @k(ptr)", "k"))
                .hasMessage("kernels.ll defines no function 'k' that could be a kernel");
    }

    @Test
    void nameOfSeveralFunctionsIsRefusedWithTheirSymbols() {
        String module = """
                define void @_Z5scalePf(ptr %x) {
                  ret void
                }
                define void @_Z5scalePd(ptr %x) {
                  ret void
                }
                """;

        assertThatThrownBy(() -> ir(NVIDIA, module, "scale"))
                .hasMessage("kernels.ll defines 2 functions 'scale'; name one by its symbol, '_Z5scalePf' or"
                        + " '_Z5scalePd'");
    }

    @ParameterizedTest
    @ValueSource(strings = {NVIDIA, AMD, HOST})
    void personalityThatNothingNeedsAndDeadCleanupAreTakenOut(String target) {
        assertThat(ir(target, PERSONALITY + """
                        define void @k(ptr %x) "offload-kernel" personality ptr @rust_eh_personality {
                          store i32 1, ptr %x
                          ret void
                        dead:
                          resume { ptr, i32 } poison
                        }
                        """)).doesNotContain("personality").doesNotContain("resume");
        assertThat(notes)
                .containsExactly("made for a host; taken out for the device: blocks that nothing reaches (1 function),"
                        + " personality functions (1 function)");
    }

    @ParameterizedTest
    @ValueSource(strings = {NVIDIA, AMD, HOST})
    void cleanupAfterWhatThrowsIsTakenOutWithIt(String target) {
        assertThat(ir(target, PERSONALITY + """
                        declare void @__cxa_throw(ptr, ptr, ptr) noreturn
                        define internal void @f(ptr %x) {
                          %v = load i32, ptr %x
                          %odd = trunc i32 %v to i1
                          br i1 %odd, label %fail, label %fine
                        fail:
                          call void @__cxa_throw(ptr null, ptr null, ptr null)
                          unreachable
                        fine:
                          ret void
                        }
                        define void @k(ptr %x) "offload-kernel" personality ptr @rust_eh_personality {
                          invoke void @f(ptr %x) to label %done unwind label %cleanup
                        done:
                          store i32 7, ptr %x
                          ret void
                        cleanup:
                          %e = landingpad { ptr, i32 } cleanup
                          store i32 8, ptr %x
                          resume { ptr, i32 } %e
                        }
                        """))
                .contains("store i32 7")
                .contains("call void @llvm.trap()")
                .doesNotContain("store i32 8")
                .doesNotContain("invoke")
                .doesNotContain("personality");
        assertThat(notes)
                .containsExactly(
                        "made for a host; taken out for the device: exception handling, as what throws ends the"
                                + " kernel (1 function), personality functions (1 function)");
    }

    @ParameterizedTest
    @ValueSource(strings = {NVIDIA, AMD, HOST})
    void functionThatEndsTheProgramStopsTheKernel(String target) {
        assertThat(ir(target, """
                        declare void @core_panicking_panic(ptr, i64) noreturn
                        declare void @abort() noreturn
                        define void @k(ptr %x, i32 %n) "offload-kernel" {
                          switch i32 %n, label %fine [
                            i32 0, label %panic
                            i32 1, label %end
                          ]
                        panic:
                          call void @core_panicking_panic(ptr %x, i64 4)
                          unreachable
                        end:
                          call void @abort()
                          unreachable
                        fine:
                          store i32 1, ptr %x
                          ret void
                        }
                        """))
                .contains("call void @llvm.trap()")
                .doesNotContain("declare void @core_panicking_panic");
    }

    private static final String BOUNDS_CHECK = """
            define void @k(ptr %x, i64 %n) "offload-kernel" {
              %inside = icmp ult i64 %n, 4
              br i1 %inside, label %fine, label %panic
            panic:
              call void @_ZN4core9panicking18panic_bounds_check17h0123456789abcdefE(i64 %n, i64 4, ptr %x)
              unreachable
            fine:
              store i32 1, ptr %x
              ret void
            }
            """;

    private static final String BOUNDS_CHECK_DECLARED = BOUNDS_CHECK
            + "declare void @_ZN4core9panicking18panic_bounds_check17h0123456789abcdefE(i64, i64, ptr) noreturn\n";

    @Test
    void kernelThatStopsSaysWhyOnTheHost() {
        assertThat(ir(HOST, BOUNDS_CHECK_DECLARED))
                .contains("c\"offload4j: error: the kernel stopped in 'k': index out of bounds\\0A\\00\"")
                .containsPattern("call i64 @write\\(i32 2, ptr (nonnull )?@offload_stop, i64 65\\)");
    }

    @Test
    void kernelThatStopsSaysWhyOnNvidia() {
        assertThat(ir(NVIDIA, BOUNDS_CHECK_DECLARED))
                .contains("index out of bounds")
                .contains("call i32 @vprintf(ptr addrspacecast (ptr addrspace(1) @offload_stop to ptr), ptr null)");
    }

    @Test
    void kernelThatStopsSaysNothingOnAmd() {
        assertThat(ir(AMD, BOUNDS_CHECK_DECLARED))
                .contains("call void @llvm.trap()")
                .doesNotContain("offload_stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {NVIDIA, AMD, HOST})
    void panicOfRustStopsTheKernelThoughItHasABody(String target) {
        assertThat(ir(target, BOUNDS_CHECK + """
                        @lock = thread_local global i32 0
                        define internal void @_ZN4core9panicking18panic_bounds_check17h0123456789abcdefE(i64 %i, i64 %n, ptr %at) noreturn {
                          store i32 1, ptr @lock
                          call void @_ZN3std9panicking19begin_panic_handler17h0123456789abcdefE(ptr %at)
                          unreachable
                        }
                        declare void @_ZN3std9panicking19begin_panic_handler17h0123456789abcdefE(ptr) noreturn
                        """))
                .contains("call void @llvm.trap()")
                .doesNotContain("@lock")
                .doesNotContain("begin_panic");
    }

    @Test
    void debugInformationIsReducedForOptimisedCodeOfNvidia() {
        String module = """
                declare i32 @offload.thread.id(i32)
                define void @k(ptr %x) "offload-kernel" !dbg !4 {
                  store i32 1, ptr %x, !dbg !7
                  ret void, !dbg !7
                }
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, isOptimized: true, emissionKind: FullDebug)
                !1 = !DIFile(filename: "k.c", directory: "/src")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !4 = distinct !DISubprogram(name: "k", scope: !1, file: !1, line: 1, type: !5, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
                !5 = !DISubroutineType(types: !6)
                !6 = !{null}
                !7 = !DILocation(line: 2, column: 3, scope: !4)
                """;

        assertThat(ir(OptimizationLevel.O2, NVIDIA, module)).contains("emissionKind: DebugDirectivesOnly");
        assertThat(notes)
                .containsExactly(
                        "debug information reduced to line numbers, as ptxas takes no more beside optimisation;"
                                + " -O=0 keeps all of it");
        assertThat(ir(OptimizationLevel.O0, NVIDIA, module)).contains("emissionKind: FullDebug");
        assertThat(ir(OptimizationLevel.O2, HOST, module)).contains("emissionKind: FullDebug");
    }

    @Test
    void helpersThatWereNotOptimisedAre() {
        assertThat(ir(NVIDIA, """
                        define void @k(ptr %x) "offload-kernel" {
                          call void @helper(ptr %x)
                          ret void
                        }
                        define internal void @helper(ptr %x) noinline optnone {
                          store i32 1, ptr %x
                          ret void
                        }
                        define internal void @other(ptr %x) noinline {
                          ret void
                        }
                        """)).doesNotContain("optnone");
        assertThat(notes).containsExactly("made for a host; taken out for the device: 'optnone' (1 function)");
    }

    @Test
    void conventionsOfOtherDeviceFrontEndsAreOurs() {
        assertThat(ir(AMD, """
                        define ptx_kernel void @k(ptr %x) section "offload.kernel" {
                          call spir_func void @helper(ptr %x)
                          ret void
                        }
                        define spir_func void @helper(ptr %x) {
                          store i32 1, ptr %x
                          ret void
                        }
                        """))
                .containsPattern("define .*amdgpu_kernel void @k\\(")
                .doesNotContain("ptx_kernel")
                .doesNotContain("spir_func");
    }
}
