package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.*;

/** Instructions that make a value of their operands, and of nothing else. */
public final class Computation {
    private Computation() {}

    /**
     * Returns whether an instruction can be done again wherever its operands have the same values: it touches no memory and
     * does not choose by where control came from.
     */
    public static boolean isRepeatable(IrInstruction instruction) {
        int opcode = LLVMGetInstructionOpcode(instruction.value().raw());
        return switch (opcode) {
            case LLVMAdd,
                    LLVMFAdd,
                    LLVMSub,
                    LLVMFSub,
                    LLVMMul,
                    LLVMFMul,
                    LLVMUDiv,
                    LLVMSDiv,
                    LLVMFDiv,
                    LLVMURem,
                    LLVMSRem,
                    LLVMFRem,
                    LLVMShl,
                    LLVMLShr,
                    LLVMAShr,
                    LLVMAnd,
                    LLVMOr,
                    LLVMXor,
                    LLVMTrunc,
                    LLVMZExt,
                    LLVMSExt,
                    LLVMFPToUI,
                    LLVMFPToSI,
                    LLVMUIToFP,
                    LLVMSIToFP,
                    LLVMFPTrunc,
                    LLVMFPExt,
                    LLVMPtrToInt,
                    LLVMIntToPtr,
                    LLVMBitCast,
                    LLVMAddrSpaceCast,
                    LLVMFNeg,
                    LLVMICmp,
                    LLVMFCmp,
                    LLVMSelect,
                    LLVMGetElementPtr,
                    LLVMExtractElement,
                    LLVMInsertElement,
                    LLVMShuffleVector,
                    LLVMExtractValue,
                    LLVMInsertValue -> true;
            default -> false;
        };
    }

    /** Returns whether a call gives the same for the same arguments, and does nothing else. */
    public static boolean isPure(IrInstruction call) {
        CallEffects effects = CallEffects.of(call);
        return call.isCall() && !effects.touchesMemory() && !effects.writesInaccessible() && effects.returning();
    }
}
