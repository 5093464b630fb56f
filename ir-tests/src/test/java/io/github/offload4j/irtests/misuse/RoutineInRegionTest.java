package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;

/** What routines of a catalogue get in a data region, and what does not fit them there. */
final class RoutineInRegionTest extends Misuse {
    private static final LibraryFunction C2C = LibraryFunction.of(Library.FFTW, "c2c");

    private Map<String, LLVMValueRef> arguments() {
        return new HashMap<>(Map.of("plan", x(), "n", n(), "batch", module.constant("i32 2"), "in", x(), "out", x()));
    }

    private void assertRefused(String message, Map<String, LLVMValueRef> arguments) {
        Refusal.assertRefused(
                module, Reason.SIGNATURE, message, () -> C2C.passed(module.raw(), module.builder(), arguments));
    }

    @Test
    void getWhatTheLibraryTakesBehindTheCheckOfTheRest() {
        assertThat(C2C.passed(module.raw(), module.builder(), arguments())).containsExactly(x(), x(), x());

        assertThat(module.text())
                .contains("call void @.offload_plan_check.v1(")
                .contains("i32 2, ptr @.offload_message");
    }

    @Test
    void areNotCheckedWithoutSizes() {
        Map<String, LLVMValueRef> arguments = arguments();
        arguments.remove("n");
        arguments.remove("batch");

        assertThat(C2C.passed(module.raw(), module.builder(), arguments)).hasSize(3);

        assertThat(module.text()).doesNotContain("offload_plan_check");
    }

    @Test
    void areCalledThroughWhatSetsTheHandlesMode() {
        LibraryFunction norm = LibraryFunction.of(Library.CUBLAS, "snrm2").withNumbersOnDevice();

        norm.declare(module.raw());

        assertThat(module.text()).contains("define internal i32 @cublasSnrm2_v2.on_device(");
    }

    @Test
    void oneOfTwoSizes() {
        Map<String, LLVMValueRef> arguments = arguments();
        arguments.remove("batch");

        assertRefused(
                "'fftwf_execute_dft' is given no argument 'batch'; give all of n, batch, or none, which compares"
                        + " nothing",
                arguments);
    }

    @Test
    void anArgumentThatIsMissing() {
        Map<String, LLVMValueRef> arguments = arguments();
        arguments.remove("in");

        assertRefused("'fftwf_execute_dft' is given no argument 'in'", arguments);
    }

    @Test
    void aSizeOfAnotherType() {
        Map<String, LLVMValueRef> arguments = arguments();
        arguments.put("n", module.constant("i64 2"));

        assertRefused("argument 'n' of 'fftwf_execute_dft' is i64, the parameter is i32", arguments);
    }

    @Test
    void aSymbolThatIsTaken() {
        module.declare("void @fftwf_execute_dft()");

        Refusal.assertConflict(module, "fftwf_execute_dft", () -> C2C.declare(module.raw()));
    }
}
