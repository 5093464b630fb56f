package io.github.offload4j.tools.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import org.junit.jupiter.api.Test;

/** What each option changes in the emitted module. */
class EmissionOptionsTest {
    private static final String KERNEL = """
            offloads:
              - name: run
                callee: kernel
                parameters: [{name: x, type: ptr, map: tofrom, pointee: "[4 x float]"}]
                grid: 1
                block: 64
            """;
    private static final String HOST = """
            offloads:
              - name: run
                callee: f
                host: true
                parameters: [{name: x, type: ptr, map: tofrom, pointee: "[4 x float]"}]
            """;

    private static String emit(String spec, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "emit";
        arguments[1] = "-";
        System.arraycopy(options, 0, arguments, 2, options.length);
        Run run = Run.withInput(spec, arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    @Test
    void runtimeAbiDecidesTheEntryFormat() {
        assertThat(emit(KERNEL)).contains("__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }");
        assertThat(emit(KERNEL, "--runtime-abi=llvm-19"))
                .contains("__tgt_offload_entry = type { ptr, ptr, i64, i32, i32 }");
        assertThat(emit(KERNEL, "--runtime-abi=portable"))
                .contains("__tgt_offload_entry = type { ptr, ptr, i64, i32, i32 }");
    }

    @Test
    void rustcPresetRegistersLikeRustc() {
        assertThat(emit(KERNEL, "--preset=rustc")).contains("@.offloading.entry.kernel = weak constant");
    }

    @Test
    void rustcPresetAgreesWithItsOwnChoices() {
        assertThat(emit(KERNEL, "--preset=rustc", "--transfers=split", "--on-launch-failure=ignore"))
                .isEqualTo(emit(KERNEL, "--preset=rustc"));
    }

    @Test
    void rustcPresetRefusesOtherChoices() {
        Run run = Run.withInput(KERNEL, "emit", "-", "--preset=rustc", "--transfers=fused");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("irgen: error: preset rustc decides transfers itself; leave the option out, or use preset"
                        + " default\n");
    }

    @Test
    void fusedTransfersAreOneCall() {
        assertThat(emit(KERNEL, "--transfers=split")).contains("@__tgt_target_data_begin_mapper");
        assertThat(emit(KERNEL, "--transfers=fused")).doesNotContain("@__tgt_target_data_begin_mapper");
    }

    @Test
    void rustcPresetRefusesResidentTransfers() {
        Run run = Run.withInput(KERNEL, "emit", "-", "--preset=rustc", "--transfers=resident");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("irgen: error: preset rustc decides transfers itself;");
    }

    @Test
    void remarksSayWhatBecameOfEachSite() {
        Run run = Run.withInput(KERNEL, "emit", "-", "--transfers=resident", "--remarks");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .matches(
                        "irgen: <stdin>:\\d+:\\d+: remark: '\\w+' in '\\w+': kept 'x': no other site of the function uses it\n");
    }

    @Test
    void remarksWithoutResidentTransfersAreWrongUsage() {
        Run run = Run.withInput(KERNEL, "emit", "-", "--remarks");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("irgen: error: --remarks says what resident transfers do; give --transfers=resident\n");
    }

    @Test
    void devicePointersComeFromTheBeginCallOrFromAQuestion() {
        assertThat(emit(HOST, "--device-pointers=return-param")).doesNotContain("@omp_get_mapped_ptr");
        assertThat(emit(HOST, "--device-pointers=get-mapped-ptr")).contains("call ptr @omp_get_mapped_ptr");
    }

    @Test
    void refusedLaunchAbortsOrIsIgnored() {
        assertThat(emit(KERNEL, "--on-launch-failure=abort"))
                .contains("call void @.offload_check.v1", "<stdin>:2:5: error: the offload runtime did not launch");
        assertThat(emit(KERNEL, "--on-launch-failure=ignore")).doesNotContain("@.offload_check");
    }

    @Test
    void fallbackOnLaunchFailureNeedsAFallback() {
        Run run = Run.withInput(KERNEL, "emit", "-", "--on-launch-failure=fallback");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                        irgen: <stdin>:2:5: error: kernel 'kernel' has no fallback, and refused launches are to run one; give it a fallback
                          - name: run
                            ^
                        """);
        assertThat(emit(KERNEL + "    fallback: g\n", "--on-launch-failure=fallback"))
                .contains("@.offload_fallback.g", "declare void @g(ptr)");
    }

    @Test
    void synchronizationAsksTheDriverAtRunTime() {
        assertThat(emit(KERNEL, "--sync=spin"))
                .contains("c\"libcuda.so.1\\00\"", "call void @.offload_synchronization()");
        assertThat(emit(KERNEL, "--sync=default")).isEqualTo(emit(KERNEL)).doesNotContain("@dlopen");
    }

    @Test
    void registrationIsAConstructorAFunctionOrTheLinkersTask() {
        assertThat(emit(KERNEL, "--registration=constructor")).contains("@llvm.global_ctors");
        assertThat(emit(KERNEL, "--registration=explicit"))
                .contains("define void @offload4j.register()", "define void @offload4j.unregister()")
                .doesNotContain("@llvm.global_ctors");
        assertThat(emit(KERNEL, "--registration=linker-wrapper"))
                .contains("section \"llvm_offload_entries\"")
                .doesNotContain("@__tgt_register_lib");
    }

    @Test
    void aliasesAreCheckedOnRequest() {
        String two = KERNEL.replace("}]", "}, {name: y, type: ptr, map: to, pointee: i32}]");

        assertThat(emit(two)).doesNotContain("@.offload_check_aliases");
        assertThat(emit(two, "--check-aliases"))
                .contains("call void @.offload_check_aliases.v1", "<stdin>:2:5: error: in function 'run': ");
    }

    @Test
    void tripleComesWithItsDataLayout() {
        assertThat(emit(KERNEL, "--triple=aarch64-unknown-linux-gnu"))
                .contains("target triple = \"aarch64-unknown-linux-gnu\"")
                .containsPattern("target datalayout = \"e-m:e-.*Fn32\"");
    }

    @Test
    void aGridThatTheRuntimeCannotLaunchIsBlamedOnTheGrid() {
        Run run = Run.withInput(KERNEL.replace("grid: 1", "grid: [2, 2]"), "emit", "-", "--runtime-abi=llvm-19");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                        irgen: <stdin>:5:11: error: runtime ABI llvm-19 launches one-dimensional grids only; flatten the grid, or choose llvm-20 or later
                            grid: [2, 2]
                                  ^
                        """);
    }

    @Test
    void anArgumentThatRustcDoesNotKnowIsBlamedOnTheParameter() {
        String spec = KERNEL.replace("map: tofrom,", "map: tofrom, modifiers: [close],");

        Run run = Run.withInput(spec, "emit", "-", "--preset=rustc");

        assertThat(run.err())
                .startsWith(
                        "irgen: <stdin>:4:25: error: argument 'x' has map modifiers, which rustc's lowering does not"
                                + " know\n");
    }

    @Test
    void aFallbackThatRustcNeverCallsIsBlamedOnTheFallback() {
        Run run = Run.withInput(KERNEL + "    fallback: g\n", "emit", "-", "--preset=rustc");

        assertThat(run.err())
                .startsWith("irgen: <stdin>:7:15: error: rustc's lowering ignores a refused launch, so a fallback would"
                        + " never run\n");
    }
}
