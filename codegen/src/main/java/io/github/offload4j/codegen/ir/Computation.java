package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAShr;
import static org.bytedeco.llvm.global.LLVM.LLVMAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMAddrSpaceCast;
import static org.bytedeco.llvm.global.LLVM.LLVMAnd;
import static org.bytedeco.llvm.global.LLVM.LLVMBitCast;
import static org.bytedeco.llvm.global.LLVM.LLVMExtractElement;
import static org.bytedeco.llvm.global.LLVM.LLVMExtractValue;
import static org.bytedeco.llvm.global.LLVM.LLVMFAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMFCmp;
import static org.bytedeco.llvm.global.LLVM.LLVMFDiv;
import static org.bytedeco.llvm.global.LLVM.LLVMFMul;
import static org.bytedeco.llvm.global.LLVM.LLVMFNeg;
import static org.bytedeco.llvm.global.LLVM.LLVMFPExt;
import static org.bytedeco.llvm.global.LLVM.LLVMFPToSI;
import static org.bytedeco.llvm.global.LLVM.LLVMFPToUI;
import static org.bytedeco.llvm.global.LLVM.LLVMFPTrunc;
import static org.bytedeco.llvm.global.LLVM.LLVMFRem;
import static org.bytedeco.llvm.global.LLVM.LLVMFSub;
import static org.bytedeco.llvm.global.LLVM.LLVMGetElementPtr;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInstructionOpcode;
import static org.bytedeco.llvm.global.LLVM.LLVMICmp;
import static org.bytedeco.llvm.global.LLVM.LLVMInsertElement;
import static org.bytedeco.llvm.global.LLVM.LLVMInsertValue;
import static org.bytedeco.llvm.global.LLVM.LLVMIntToPtr;
import static org.bytedeco.llvm.global.LLVM.LLVMLShr;
import static org.bytedeco.llvm.global.LLVM.LLVMMul;
import static org.bytedeco.llvm.global.LLVM.LLVMOr;
import static org.bytedeco.llvm.global.LLVM.LLVMPtrToInt;
import static org.bytedeco.llvm.global.LLVM.LLVMSDiv;
import static org.bytedeco.llvm.global.LLVM.LLVMSExt;
import static org.bytedeco.llvm.global.LLVM.LLVMSIToFP;
import static org.bytedeco.llvm.global.LLVM.LLVMSRem;
import static org.bytedeco.llvm.global.LLVM.LLVMSelect;
import static org.bytedeco.llvm.global.LLVM.LLVMShl;
import static org.bytedeco.llvm.global.LLVM.LLVMShuffleVector;
import static org.bytedeco.llvm.global.LLVM.LLVMSub;
import static org.bytedeco.llvm.global.LLVM.LLVMTrunc;
import static org.bytedeco.llvm.global.LLVM.LLVMUDiv;
import static org.bytedeco.llvm.global.LLVM.LLVMUIToFP;
import static org.bytedeco.llvm.global.LLVM.LLVMURem;
import static org.bytedeco.llvm.global.LLVM.LLVMXor;
import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

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

    /** Returns whether a repeatable instruction may be done as well where the program would not come to it: it never traps. */
    public static boolean isSafe(IrInstruction instruction) {
        return switch (LLVMGetInstructionOpcode(instruction.value().raw())) {
            case LLVMUDiv, LLVMSDiv, LLVMURem, LLVMSRem -> false;
            default -> true;
        };
    }

    /** Returns whether a call gives the same for the same arguments, and does nothing else. */
    public static boolean isPure(IrInstruction call) {
        CallEffects effects = CallEffects.of(call);
        return call.isCall() && !effects.touchesAnyMemory() && effects.returning();
    }

    /** Returns whether an instruction calls one of LLVM's own functions that reads and writes no memory of the program. */
    public static boolean isMark(IrInstruction instruction) {
        return instruction.calledFunction().filter(IrFunction::isIntrinsic).isPresent()
                && !CallEffects.of(instruction).touchesMemory();
    }
}
