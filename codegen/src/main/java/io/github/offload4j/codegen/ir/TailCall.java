package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMTailCallKindMustTail;
import static org.bytedeco.llvm.global.LLVM.LLVMTailCallKindNoTail;
import static org.bytedeco.llvm.global.LLVM.LLVMTailCallKindNone;
import static org.bytedeco.llvm.global.LLVM.LLVMTailCallKindTail;

/** Whether a call may become a jump that leaves the caller's frame. */
public enum TailCall {
    /** Nothing is said. */
    NONE(LLVMTailCallKindNone),
    /** It may. */
    TAIL(LLVMTailCallKindTail),
    /** It has to, so nothing but a return can follow it. */
    MUST_TAIL(LLVMTailCallKindMustTail),
    /** It may not. */
    NO_TAIL(LLVMTailCallKindNoTail);

    private final int code;

    TailCall(int code) {
        this.code = code;
    }

    static TailCall of(int code) {
        for (TailCall kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("LLVM has no tail call kind " + code);
    }
}
