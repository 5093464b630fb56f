package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.llvm.global.LLVM.LLVMBasicBlockAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCall2;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildIntToPtr;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInlineAsm;
import static org.bytedeco.llvm.global.LLVM.LLVMGetUndef;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;
import static org.bytedeco.llvm.global.LLVM.LLVMInlineAsmDialectATT;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionRemoveFromParent;
import static org.bytedeco.llvm.global.LLVM.LLVMMDStringInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that belong elsewhere, or cannot be passed. */
final class ValueMisuseTest extends Misuse {
    /** Defines a second function, and puts the builder back into the first. */
    private TestFunction other() {
        TestFunction other = module.define("void @other(ptr nonnull %p, i32 %i)");
        module.returnVoid();
        module.atEndOf(run.block("entry"));
        return other;
    }

    @Test
    void aParameterOfAnotherFunction() {
        assertRefused(
                kernel().map(other().parameter("p"), Access.TO, Extent.bytes(8)),
                Reason.ARGUMENT,
                "argument 'p' belongs to another function than 'run', where the builder stands");
    }

    @Test
    void anInstructionOfAnotherFunction() {
        TestFunction other = module.define("void @other(i32 %i)");
        LLVMValueRef sum = LLVMBuildAdd(module.builder(), other.parameter("i"), other.parameter("i"), "sum");
        module.atEndOf(run.block("entry"));

        assertRefused(
                kernel().value(sum),
                Reason.ARGUMENT,
                "argument 'sum' belongs to another function than 'run', where the builder stands");
    }

    @Test
    void aCountOfAnotherFunction() {
        assertRefused(
                kernel().map(x(), Access.TO, Extent.count(other().parameter("i"), "i8")),
                Reason.ARGUMENT,
                "the count of argument 'x' belongs to another function than 'run', where the builder stands");
    }

    @Test
    void aDeviceOfAnotherFunction() {
        assertRefused(
                right().device(Device.of(other().parameter("i"))),
                Reason.ARGUMENT,
                "the device belongs to another function than 'run', where the builder stands");
    }

    @Test
    void aGridOfAnotherFunction() {
        assertRefused(
                right().launch(LaunchBounds.of(other().parameter("i"), 1)),
                Reason.ARGUMENT,
                "the size of the grid belongs to another function than 'run', where the builder stands");
    }

    @Test
    void sharedMemoryOfAnotherFunction() {
        assertRefused(
                right().launch(ONE.withShared(other().parameter("i"))),
                Reason.ARGUMENT,
                "the shared memory belongs to another function than 'run', where the builder stands");
    }

    @Test
    void aValueOfAnotherContext() {
        try (TestModule elsewhere = TestModule.create(options())) {
            LLVMValueRef foreign = elsewhere.define("void @run(ptr %p)").parameter("p");
            assertRefused(
                    kernel().map(foreign, Access.TO, Extent.bytes(8)),
                    Reason.ARGUMENT,
                    "argument 'p' belongs to another LLVM context");
        }
    }

    @Test
    void aGlobalOfAnotherModule() {
        LLVMModuleRef elsewhere = ModuleReader.parse(module.context(), "@table = external global i32", "elsewhere");
        assertRefused(
                kernel().map(LLVMGetFirstGlobal(elsewhere), Access.TO, Extent.bytes(4)),
                Reason.ARGUMENT,
                "argument 'table' belongs to another module");
        LLVMDisposeModule(elsewhere);
    }

    @Test
    void anInstructionOutsideAnyBlock() {
        LLVMValueRef pointer = LLVMBuildIntToPtr(module.builder(), n(), module.type("ptr"), "loose");
        LLVMInstructionRemoveFromParent(pointer);
        assertRefused(
                kernel().map(pointer, Access.TO, Extent.bytes(4)),
                Reason.ARGUMENT,
                "argument 'loose' is an instruction outside any block");
        LLVMDeleteInstruction(pointer);
    }

    @Test
    void aBasicBlock() {
        assertRefused(
                kernel().value(LLVMBasicBlockAsValue(run.block("entry"))),
                Reason.ARGUMENT,
                "argument 'entry' is not a value that a call can take");
    }

    @Test
    void metadata() {
        LLVMValueRef text = LLVMMetadataAsValue(module.context(), LLVMMDStringInContext2(module.context(), "text", 4));
        assertRefused(kernel().value(text), Reason.ARGUMENT, "argument 1 is not a value that a call can take");
    }

    @Test
    void inlineAssembly() {
        LLVMValueRef function = module.declare("void @f()");
        try (BytePointer text = new BytePointer("nop");
                BytePointer constraints = new BytePointer("")) {
            LLVMValueRef assembly = LLVMGetInlineAsm(
                    LLVMGlobalGetValueType(function), text, 3, constraints, 0, 0, 0, LLVMInlineAsmDialectATT, 0);
            assertRefused(
                    kernel().devicePointer(assembly),
                    Reason.ARGUMENT,
                    "argument 1 is not a value that a call can take");
        }
    }

    @Test
    void theResultOfAVoidCall() {
        LLVMValueRef function = module.declare("void @f()");
        LLVMValueRef nothing = LLVMBuildCall2(
                module.builder(), LLVMGlobalGetValueType(function), function, new PointerPointer<>(0), 0, "");
        assertRefused(kernel().value(nothing), Reason.ARGUMENT, "argument 1 is not a value that a call can take");
    }

    @Test
    void theResultOfAVoidCallToAVariadicFunction() {
        LLVMValueRef function = module.declare("void @f()");
        LLVMValueRef nothing = LLVMBuildCall2(
                module.builder(), LLVMGlobalGetValueType(function), function, new PointerPointer<>(0), 0, "");
        assertRefused(
                OffloadCall.to(module.declare("void @printed(...)")).host(true).value(nothing),
                Reason.ARGUMENT,
                "argument 1 is not a value that a call can take");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fp128
                    x86_fp80
                    <vscale x 4 x float>
                    { i32, fp128 }
                    ptr addrspace(3)
                    """)
    void aValueThatNoDeviceHas(String type) {
        assertRefused(
                kernel().value(LLVMGetUndef(module.type(type))),
                Reason.ARGUMENT,
                "argument 1 is " + type + ", which no device has by value; store it to memory and map that");
    }

    @Test
    void aValueOfTooManyBytes() {
        assertRefused(
                kernel().value(LLVMGetUndef(module.type("[513 x i64]"))),
                Reason.ARGUMENT,
                "argument 1 has 4104 bytes; up to 4096 are passed by value: map it instead");
    }

    @Test
    void aCopyWithoutBytes() {
        assertRefused(
                kernel().copy(x(), Extent.bytes(0)),
                Reason.ARGUMENT,
                "argument 'x' is a value without any bytes; leave it out");
    }

    @Test
    void aCopyForAHostFunction() {
        assertRefused(
                OffloadCall.to(module.declare("void @h(ptr)")).host(true).copy(x(), Extent.bytes(8)),
                Reason.ARGUMENT,
                "argument 'x' is a copy for a kernel; a host function gets the address: pass it as a host pointer");
    }

    @Test
    void aCopyOfASizeThatTheProgramComputes() {
        assertThatThrownBy(() -> kernel().copy(x(), Extent.bytes(n())))
                .isInstanceOf(OffloadException.class)
                .hasMessage("what is passed by value has a size that is known when it is compiled; map it");
    }

    @Test
    void aPointerByValue() {
        assertRefused(
                kernel().value(x()),
                Reason.ARGUMENT,
                "argument 'x' is a pointer passed by value; map it, or say that it is a host or a device pointer");
    }

    @Test
    void aNumberMapped() {
        assertRefused(
                kernel().map(n(), Access.TO, Extent.bytes(4)),
                Reason.ARGUMENT,
                "argument 'n' is i32; only a pointer of address space 0 can be mapped or passed as a pointer");
    }

    @Test
    void aNumberAsDevicePointer() {
        assertRefused(
                kernel().devicePointer(n()),
                Reason.ARGUMENT,
                "argument 'n' is i32; only a pointer of address space 0 can be mapped or passed as a pointer");
    }

    @Test
    void aPointerOfAnotherAddressSpace() {
        assertRefused(
                kernel().map(LLVMGetUndef(module.type("ptr addrspace(1)")), Access.TO, Extent.bytes(4)),
                Reason.ARGUMENT,
                "argument 1 is ptr addrspace(1); only a pointer of address space 0 can be mapped or passed as a pointer");
    }

    @Test
    void aHostPointerForAKernel() {
        assertRefused(
                kernel().hostPointer(x()),
                Reason.ARGUMENT,
                "argument 'x' is an untouched host pointer, which a kernel cannot follow; map it, or pass a device"
                        + " pointer");
    }

    @Test
    void onePointerWithDifferentModifiers() {
        assertRefused(
                kernel().map(x(), Access.TO, Extent.bytes(8))
                        .map(x(), Access.TO, Extent.bytes(8), Set.of(MapModifier.ALWAYS)),
                Reason.ARGUMENT,
                "argument 'x' and argument 'x' are the same pointer with different modifiers; map it once");
    }
}
