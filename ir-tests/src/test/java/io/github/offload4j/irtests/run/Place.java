package io.github.offload4j.irtests.run;

import static org.bytedeco.llvm.global.LLVM.LLVMBuildCall2;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockName;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockTerminator;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderBefore;
import static org.bytedeco.llvm.global.LLVM.LLVMSetOperand;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.NoSuchElementException;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Where a site goes: in front of the last instruction of a block. */
final class Place implements AutoCloseable {
    private final EmittedModule module;
    private final IrFunction function;
    private final LLVMBuilderRef builder;
    private LLVMValueRef terminator;

    Place(EmittedModule module, IrFunction function, String block) {
        this.module = module;
        this.function = function;
        this.builder =
                LLVMCreateBuilderInContext(LLVMGetTypeContext(function.type().raw()));
        moveTo(block);
    }

    /** Moves to another block, and with it the builder that regions opened here close with. */
    void moveTo(String block) {
        terminator = LLVMGetBasicBlockTerminator(block(block));
        LLVMPositionBuilderBefore(builder, terminator);
    }

    private LLVMBasicBlockRef block(String name) {
        LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function.value().raw());
        while (!name.isEmpty() && !LLVMGetBasicBlockName(block).getString().equals(name)) {
            block = LLVMGetNextBasicBlock(block);
        }
        return block;
    }

    LLVMBuilderRef builder() {
        return builder;
    }

    /** Returns a parameter or an instruction by its name in the text. */
    LLVMValueRef value(String name) {
        for (int i = 0; i < function.parameterTypes().size(); i++) {
            if (function.parameter(i).name().equals(name)) {
                return function.parameter(i).raw();
            }
        }
        LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function.value().raw());
        for (; block != null; block = LLVMGetNextBasicBlock(block)) {
            LLVMValueRef instruction = LLVMGetFirstInstruction(block);
            for (; instruction != null; instruction = LLVMGetNextInstruction(instruction)) {
                if (IrValue.of(instruction, "instruction").name().equals(name)) {
                    return instruction;
                }
            }
        }
        throw new NoSuchElementException(name + " in " + function.name());
    }

    /** Emits a call that is not offloaded. */
    void callDirectly(String callee, LLVMValueRef... arguments) {
        LLVMValueRef function = module.function(callee);
        LLVMBuildCall2(
                builder,
                LLVMGlobalGetValueType(function),
                function,
                new PointerPointer<>(arguments),
                arguments.length,
                "");
    }

    /** Emits a call here. */
    void call(OffloadCall.Builder call) {
        module.offload().call(builder, call.build());
    }

    /** Emits a call here, and makes the function return what the callee returns. */
    void returnCall(OffloadCall.Builder call) {
        LLVMSetOperand(
                terminator, 0, module.offload().call(builder, call.build()).orElseThrow());
    }

    @Override
    public void close() {
        LLVMDisposeBuilder(builder);
    }
}
