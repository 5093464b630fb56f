package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Extent;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Null where a handle or a value is wanted: a null reference, or a handle that is null on the native side. */
final class NullMisuseTest extends Misuse {
    @TestFactory
    Stream<DynamicTest> nullReferencesAreNamed() {
        return Stream.of(
                refused("module is null", () -> OffloadModule.attach(null, OffloadOptions.defaults())),
                refused("options is null", () -> OffloadModule.attach(module.raw(), null)),
                refused("callee is null", () -> OffloadCall.to(null)),
                refused("symbol is null", () -> OffloadCall.toKernel(null)),
                refused("fallback is null", () -> kernel().fallback(null)),
                refused("device is null", () -> kernel().device(null)),
                refused("bounds is null", () -> kernel().launch(null)),
                refused("location is null", () -> kernel().at(null)),
                refused("pointer is null", () -> kernel().map(null, Access.TO, Extent.bytes(8))),
                refused("access is null", () -> kernel().map(x(), null, Extent.bytes(8))),
                refused("extent is null", () -> kernel().map(x(), Access.TO, null)),
                refused("modifiers is null", () -> kernel().map(x(), Access.TO, Extent.bytes(8), null)),
                refused("scalar is null", () -> kernel().value(null)),
                refused("pointer is null", () -> kernel().devicePointer(null)),
                refused("pointer is null", () -> kernel().hostPointer(null)),
                refused("count is null", () -> kernel().slice(x(), null, Access.TO, "i8")),
                refused("type is null", () -> kernel().slice(x(), n(), Access.TO, null)),
                refused("name is null", () -> right().named(null)),
                refused("pointee is null", () -> Extent.of((LLVMTypeRef) null)),
                refused("type is null", () -> Extent.of((String) null)),
                refused("device is null", () -> Device.of((LLVMValueRef) null)),
                refused("size is null", () -> Dimension.of((LLVMValueRef) null)),
                refused("bytes is null", () -> ONE.withShared((LLVMValueRef) null)),
                refused("runtime is null", () -> OffloadOptions.builder().runtime(null)),
                refused("preset is null", () -> OffloadOptions.builder().preset(null)));
    }

    @TestFactory
    Stream<DynamicTest> nullsAreNamedWhereASiteIsEmitted() {
        OffloadModule offload = module.offload();
        OffloadArguments none = OffloadArguments.builder().build();
        return Stream.of(
                refused("builder is null", () -> offload.call(null, right().build())),
                refused("call is null", () -> offload.call(module.builder(), null)),
                refused("name is null", () -> offload.open(module.builder(), null, none, Device.DEFAULT)),
                refused("arguments is null", () -> offload.open(module.builder(), "r", null, Device.DEFAULT)),
                refused("device is null", () -> offload.open(module.builder(), "r", none, null)),
                refused("builder is null", () -> offload.open(null, "r", none, Device.DEFAULT)),
                refused("bounds is null", () -> offload.kernel("k").launch(module.builder(), null, none)),
                refused(
                        "arguments is null",
                        () -> offload.kernel("k").launch(module.builder(), ONE, (OffloadArguments) null)),
                refused("region is null", () -> offload.kernel("k").launch(module.builder(), ONE, (DataRegion) null)),
                refused(
                        "argument is null",
                        () -> offload.kernel("k").launch(module.builder(), ONE, n(), (LLVMValueRef) null)));
    }

    @TestFactory
    Stream<DynamicTest> handlesThatAreNullNativelyAreNamed() {
        return Stream.of(
                refused("module is null", () -> OffloadModule.attach(new LLVMModuleRef(), OffloadOptions.defaults())),
                refused("builder is null", () -> module.offload().call(new LLVMBuilderRef(), right().build())),
                refused("pointer is null", () -> kernel().map(new LLVMValueRef(), Access.TO, Extent.bytes(8))),
                refused("callee is null", () -> OffloadCall.to(new LLVMValueRef())),
                refused("pointee is null", () -> Extent.of(new LLVMTypeRef())));
    }

    private static DynamicTest refused(String message, ThrowingCallable code) {
        return DynamicTest.dynamicTest(
                message, () -> assertThatNullPointerException().isThrownBy(code).withMessage(message));
    }
}
