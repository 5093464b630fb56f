package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.LibraryScope;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Handles without an object behind them, in every place that takes one. */
final class HandleMisuseTest extends Misuse {
    private static final LLVMValueRef NO_VALUE = new LLVMValueRef();
    private static final LLVMModuleRef NO_MODULE = new LLVMModuleRef();
    private static final LLVMBuilderRef NO_BUILDER = new LLVMBuilderRef();

    private static DynamicTest empty(String what, String use, ThrowingCallable code) {
        return DynamicTest.dynamicTest(
                use, () -> assertThatNullPointerException().isThrownBy(code).withMessage(what + " is null"));
    }

    @TestFactory
    Stream<DynamicTest> handlesWithoutObject() {
        TestModule whole = TestModule.create(options());
        OffloadModule offload = module.offload();
        LLVMModuleRef finished = whole.raw();
        OffloadArguments none = OffloadArguments.builder().build();
        DataRegion region = offload.openWithDevicePointers(module.builder(), "r", none, Device.DEFAULT);
        LibraryScope scope = region.enterLibrary(module.builder(), Ordering.NONE, "f");
        return Stream.of(
                        empty(
                                "module",
                                "a module to synchronize",
                                () -> OffloadModule.synchronize(NO_MODULE, Synchronization.SPIN)),
                        empty(
                                "module",
                                "a module to lower",
                                () -> Lowering.with(OffloadOptions.defaults()).lower(NO_MODULE)),
                        empty("module", "a module to look for marks in", () -> Lowering.hasMarks(NO_MODULE)),
                        empty(
                                "module",
                                "a module to check",
                                () -> OffloadChecker.check(NO_MODULE, CheckOptions.defaults())),
                        empty(
                                "module",
                                "a module for BLAS",
                                () -> LibraryFunction.of(Library.CUBLAS, "saxpy")
                                        .call(NO_MODULE, module.builder(), List.of())),
                        empty(
                                "builder",
                                "a builder for BLAS",
                                () -> LibraryFunction.of(Library.CUBLAS, "saxpy")
                                        .call(module.raw(), NO_BUILDER, List.of())),
                        empty(
                                "builder",
                                "a builder to check a call at",
                                () -> offload.check(NO_BUILDER, right().build())),
                        empty(
                                "builder",
                                "a builder to check a region at",
                                () -> offload.checkWithDevicePointers(NO_BUILDER, none, Device.DEFAULT)),
                        empty(
                                "builder",
                                "a builder to open a region at",
                                () -> offload.open(NO_BUILDER, "s", none, Device.DEFAULT)),
                        empty("builder", "a builder to end a region at", () -> region.end(NO_BUILDER)),
                        empty(
                                "builder",
                                "a builder to enter a library at",
                                () -> region.enterLibrary(NO_BUILDER, Ordering.NONE, "f")),
                        empty("builder", "a builder to end a scope at", () -> scope.end(NO_BUILDER)),
                        empty(
                                "builder",
                                "a builder to launch at",
                                () -> offload.kernel("k").launch(NO_BUILDER, ONE, none)),
                        empty("builder", "a builder to check a status at", () -> scope.checkStatus(NO_BUILDER, n())),
                        empty("status", "a status", () -> scope.checkStatus(module.builder(), NO_VALUE)),
                        empty("pointer", "a device pointer to ask for", () -> region.devicePointer(NO_VALUE)),
                        empty("function", "a host function", () -> offload.hostFunction(NO_VALUE)),
                        empty(
                                "fallback",
                                "a fallback",
                                () -> offload.kernel("k").withFallback(NO_VALUE)),
                        empty(
                                "argument",
                                "an argument of a launch",
                                () -> offload.kernel("k").launch(module.builder(), ONE, NO_VALUE)),
                        empty(
                                "argument",
                                "an argument of a host function",
                                () -> offload.hostFunction(module.declare("void @g(ptr)"))
                                        .call(module.builder(), region, NO_VALUE)),
                        empty("synchronize function", "a function to synchronize with", () -> Ordering.by(NO_VALUE)),
                        empty("device", "a device", () -> Device.of(NO_VALUE)),
                        empty("size", "a size", () -> Dimension.of(NO_VALUE)),
                        empty("size", "a grid", () -> Dimensions.of(NO_VALUE)),
                        empty("size", "a number of blocks", () -> LaunchBounds.of(NO_VALUE, 1)),
                        empty("bytes", "shared memory", () -> ONE.withShared(NO_VALUE)),
                        empty("count", "a count", () -> Extent.count(NO_VALUE, "i8")),
                        empty("element", "an element type", () -> Extent.count(n(), new LLVMTypeRef())),
                        empty(
                                "scalar",
                                "a value",
                                () -> OffloadCall.toKernel("k").value(NO_VALUE)),
                        empty(
                                "module",
                                "a module of kernels",
                                () -> OffloadChecker.check(finished, Optional.of(NO_MODULE), CheckOptions.defaults())))
                .onClose(whole::close);
    }

    @Test
    void aModuleOfKernelsOfAnotherContextIsFine() {
        module.returnVoid();
        try (TestModule other = TestModule.create(options())) {
            OffloadChecker.check(module.raw(), Optional.of(other.raw()), CheckOptions.defaults());
        }
    }

    @Test
    void theLibraryIsClosedAfterTheModuleIsGone() {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef gone = ModuleReader.parse(context, "define void @f() {\n  ret void\n}\n", "gone");
        OffloadModule offload = OffloadModule.attach(gone, OffloadOptions.defaults());
        LLVMDisposeModule(gone);
        LLVMContextDispose(context);
        assertThatCode(offload::close).doesNotThrowAnyException();
    }
}
