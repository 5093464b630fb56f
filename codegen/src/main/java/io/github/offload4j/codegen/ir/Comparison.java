package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMIntEQ;
import static org.bytedeco.llvm.global.LLVM.LLVMIntNE;
import static org.bytedeco.llvm.global.LLVM.LLVMIntSGE;
import static org.bytedeco.llvm.global.LLVM.LLVMIntSGT;
import static org.bytedeco.llvm.global.LLVM.LLVMIntSLE;
import static org.bytedeco.llvm.global.LLVM.LLVMIntSLT;
import static org.bytedeco.llvm.global.LLVM.LLVMIntUGE;
import static org.bytedeco.llvm.global.LLVM.LLVMIntUGT;
import static org.bytedeco.llvm.global.LLVM.LLVMIntULE;
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
    /** Less, or equal, signed. */
    LESS_OR_EQUAL(LLVMIntSLE),
    /** Greater, or equal, signed. */
    GREATER_OR_EQUAL(LLVMIntSGE),
    /** Less, unsigned. */
    BELOW(LLVMIntULT),
    /** Greater, unsigned. */
    ABOVE(LLVMIntUGT),
    /** Less, or equal, unsigned. */
    BELOW_OR_EQUAL(LLVMIntULE),
    /** Greater, or equal, unsigned. */
    ABOVE_OR_EQUAL(LLVMIntUGE);

    private final int code;

    Comparison(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Returns whether the highest bit is a sign. */
    public boolean isSigned() {
        return switch (this) {
            case LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL -> true;
            case EQUAL, NOT_EQUAL, BELOW, ABOVE, BELOW_OR_EQUAL, ABOVE_OR_EQUAL -> false;
        };
    }

    /** Returns what holds of the second and the first where this holds of the first and the second. */
    public Comparison swapped() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case GREATER -> LESS;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case BELOW -> ABOVE;
            case ABOVE -> BELOW;
            case BELOW_OR_EQUAL -> ABOVE_OR_EQUAL;
            case ABOVE_OR_EQUAL -> BELOW_OR_EQUAL;
        };
    }

    /** Returns what holds where this does not. */
    public Comparison negated() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> GREATER_OR_EQUAL;
            case GREATER -> LESS_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case GREATER_OR_EQUAL -> LESS;
            case BELOW -> ABOVE_OR_EQUAL;
            case ABOVE -> BELOW_OR_EQUAL;
            case BELOW_OR_EQUAL -> ABOVE;
            case ABOVE_OR_EQUAL -> BELOW;
        };
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
