package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMIntEQ;
import static org.bytedeco.llvm.global.LLVM.LLVMIntNE;
import static org.bytedeco.llvm.global.LLVM.LLVMIntSGT;
import static org.bytedeco.llvm.global.LLVM.LLVMIntSLT;
import static org.bytedeco.llvm.global.LLVM.LLVMIntULT;

import java.util.Optional;

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

    static Optional<Comparison> of(int code) {
        for (Comparison comparison : values()) {
            if (comparison.code == code) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}
