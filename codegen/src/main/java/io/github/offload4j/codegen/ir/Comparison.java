package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMIntEQ;
import static org.bytedeco.llvm.global.LLVM.LLVMIntNE;
import static org.bytedeco.llvm.global.LLVM.LLVMIntSGT;
import static org.bytedeco.llvm.global.LLVM.LLVMIntSLT;
import static org.bytedeco.llvm.global.LLVM.LLVMIntULT;

/** How two integers or pointers are compared. */
public enum Comparison {
    /** Equal. */
    EQUAL(LLVMIntEQ),
    /** Not equal. */
    NOT_EQUAL(LLVMIntNE),
    /** Less, signed. */
    LESS(LLVMIntSLT),
    /** Greater, signed. */
    GREATER(LLVMIntSGT),
    /** Less, unsigned. */
    BELOW(LLVMIntULT);

    private final int code;

    Comparison(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
