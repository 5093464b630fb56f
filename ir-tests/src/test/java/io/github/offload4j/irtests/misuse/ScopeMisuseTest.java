package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.LibraryScope;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;

/** Library scopes that are left open, closed out of order, or used when they are closed or elsewhere. */
final class ScopeMisuseTest extends Misuse {
    private DataRegion open() {
        OffloadArguments mapped =
                OffloadArguments.builder().map(x(), Access.TO, Extent.bytes(8)).build();
        return module.offload().openWithDevicePointers(module.builder(), "step", mapped, Device.DEFAULT);
    }

    private LibraryScope enter(DataRegion region, String what) {
        return region.enterLibrary(module.builder(), Ordering.AUTOMATIC, what);
    }

    private void assertRefused(Reason reason, String message, Runnable code) {
        Refusal.assertRefused(module, reason, message, code::run);
    }

    @Test
    void aScopeThatIsNeverClosed() {
        DataRegion region = open();
        enter(region, "gemm");
        assertRefused(Reason.STATE, "the library scope of 'gemm' is open; close it before its region", region::close);
        assertRefused(Reason.STATE, "data regions still open: 1; close them before finish", module.offload()::finish);
    }

    @Test
    void aScopeThatIsClosedAfterOneInsideIt() {
        DataRegion region = open();
        LibraryScope outer = enter(region, "gemm");
        enter(region, "axpy");
        assertRefused(
                Reason.STATE,
                "the library scope of 'axpy' is open inside that of 'gemm'; close it first",
                outer::close);
    }

    @Test
    void anEndOfAClosedScope() {
        LibraryScope scope = enter(open(), "gemm");
        scope.close();
        assertRefused(Reason.STATE, "the library scope is closed", () -> scope.end(module.builder()));
    }

    @Test
    void aStatusOfAClosedScope() {
        LibraryScope scope = enter(open(), "gemm");
        scope.close();
        assertRefused(Reason.STATE, "the library scope is closed", () -> scope.checkStatus(module.builder(), n()));
    }

    @Test
    void closingTwiceDoesNothing() {
        LibraryScope scope = enter(open(), "gemm");
        scope.close();
        String closed = module.text();
        assertThatCode(scope::close).doesNotThrowAnyException();
        assertThat(module.text()).isEqualTo(closed);
    }

    @Test
    void aStatusOfAnotherType() {
        LibraryScope scope = enter(open(), "gemm");
        assertRefused(
                Reason.ARGUMENT, "the status is float; give an i32", () -> scope.checkStatus(module.builder(), f()));
    }

    @Test
    void aStatusOfAnotherFunction() {
        LibraryScope scope = enter(open(), "gemm");
        TestFunction other = module.define("void @other(i32 %i)");
        LLVMValueRef status = other.parameter("i");
        module.atEndOf(run.block("entry"));
        assertRefused(
                Reason.ARGUMENT,
                "the status belongs to another function than 'run', where the builder stands",
                () -> scope.checkStatus(module.builder(), status));
    }

    @Test
    void aScopeThatIsClosedInAnotherFunction() {
        LibraryScope scope = enter(open(), "gemm");
        module.define("void @other()");
        assertRefused(
                Reason.POSITION,
                "the region was opened in function 'run', the builder stands in 'other'",
                scope::close);
    }

    @Test
    void aScopeOfAClosedRegion() {
        DataRegion region = open();
        region.close();
        assertRefused(Reason.STATE, "the region is closed; use it before it is", () -> enter(region, "gemm"));
    }

    @Test
    void aScopeOfARegionForLaunches() {
        OffloadArguments mapped =
                OffloadArguments.builder().map(x(), Access.TO, Extent.bytes(8)).build();
        DataRegion region = module.offload().open(module.builder(), "step", mapped, Device.DEFAULT);
        assertRefused(
                Reason.STATE,
                "the region was opened for launches; open it with openWithDevicePointers to get device pointers",
                () -> enter(region, "gemm"));
    }

    @Test
    void aSynchronizeFunctionOfAnotherContext() {
        DataRegion region = open();
        try (TestModule other = TestModule.create(options())) {
            Ordering foreign = Ordering.by(other.declare("void @wait()"));
            assertRefused(
                    Reason.ARGUMENT,
                    "the synchronize function belongs to another LLVM context",
                    () -> region.enterLibrary(module.builder(), foreign, "gemm"));
        }
    }

    @Test
    void aStreamThatIsNoNumber() {
        DataRegion region = open();
        Ordering wrong = Ordering.stream(GpuDriver.CUDA, module.constant("double 1.0"));
        assertRefused(
                Reason.ARGUMENT,
                "the stream is double; give a pointer, or an integer of at most 64 bits, that stands for it",
                () -> region.enterLibrary(module.builder(), wrong, "gemm"));
    }

    @Test
    void aStreamOfAnotherModule() {
        DataRegion region = open();
        try (TestModule other = TestModule.create(options())) {
            Ordering foreign = Ordering.stream(GpuDriver.CUDA, other.constant("i64 1"));
            assertRefused(
                    Reason.ARGUMENT,
                    "the stream belongs to another LLVM context",
                    () -> region.enterLibrary(module.builder(), foreign, "gemm"));
        }
    }

    @Test
    void streamsOfTwoDrivers() {
        DataRegion region = open();
        Ordering cuda = Ordering.stream(GpuDriver.CUDA, module.constant("i64 0"));
        Ordering hip = Ordering.stream(GpuDriver.HIP, module.constant("i64 0"));
        region.enterLibrary(module.builder(), cuda, "gemm").close();
        assertRefused(
                Reason.ARGUMENT,
                "function 'run' has calls on streams of CUDA; one on a stream of HIP belongs into another function",
                () -> region.enterLibrary(module.builder(), hip, "gemm"));
    }

    @Test
    void aSynchronizeFunctionWithParameters() {
        DataRegion region = open();
        Ordering wrong = Ordering.by(module.declare("void @wait(i32)"));
        assertRefused(
                Reason.SIGNATURE,
                "synchronize function 'wait' is void (i32); it must take nothing and return void or i32",
                () -> region.enterLibrary(module.builder(), wrong, "gemm"));
    }

    @Test
    void scopesAndRegionsOfAClosedModule() {
        DataRegion region = open();
        LibraryScope scope = enter(region, "gemm");
        module.offload().close();
        Refusal.assertRefused(
                Reason.STATE, "the offload module is closed; close it after everything else", scope::close);
        Refusal.assertRefused(
                Reason.STATE, "the offload module is closed; close it after everything else", region::close);
        Refusal.assertRefused(
                Reason.STATE,
                "the offload module is closed; close it after everything else",
                () -> region.end(module.builder()));
        Refusal.assertRefused(
                Reason.STATE,
                "the offload module is closed; close it after everything else",
                () -> enter(region, "axpy"));
    }

    @Test
    void whatIsOpenedInsideIsClosedInside() {
        try (DataRegion region = open();
                LibraryScope scope = enter(region, "gemm")) {
            scope.end(module.builder());
            region.end(module.builder());
        }
        OffloadModule offload = module.offload();
        module.returnVoid();
        assertThatCode(offload::finish).doesNotThrowAnyException();
    }
}
