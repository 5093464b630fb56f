package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockParent;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;

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
}
