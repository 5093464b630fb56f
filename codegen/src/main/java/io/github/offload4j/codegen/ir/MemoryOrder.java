package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingAcquire;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingRelease;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingSequentiallyConsistent;

/** How a fence orders the accesses around it. */
public enum MemoryOrder {
    /** Later accesses stay behind it. */
    ACQUIRE(LLVMAtomicOrderingAcquire),
    /** Earlier accesses stay in front of it. */
    RELEASE(LLVMAtomicOrderingRelease),
    /** Both, and everybody sees all of these in one order. */
    SEQUENTIALLY_CONSISTENT(LLVMAtomicOrderingSequentiallyConsistent);

    private final int code;

    MemoryOrder(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
