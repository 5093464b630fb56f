package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockTerminator;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextInstruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * A basic block.
 *
 * @param raw the native handle
 */
public record IrBlock(LLVMBasicBlockRef raw) {
    /** Returns the function that the block belongs to. */
    public IrFunction function() {
        return new IrFunction(Handles.require(LLVMGetBasicBlockParent(raw), "the block's function"));
    }

    /** Returns the instructions in order, as they are now. */
    public List<IrInstruction> instructions() {
        List<IrInstruction> instructions = new ArrayList<>();
        LLVMValueRef next = LLVMGetFirstInstruction(raw);
        while (!Handles.isNull(next)) {
            instructions.add(new IrInstruction(next));
            next = LLVMGetNextInstruction(next);
        }
        return instructions;
    }

    /** Returns the instruction that ends the block, when there is one. */
    public Optional<IrInstruction> terminator() {
        return Optional.ofNullable(LLVMGetBasicBlockTerminator(raw)).map(IrInstruction::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IrBlock block && block.raw.address() == raw.address();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(raw.address());
    }
}
