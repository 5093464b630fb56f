package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMArgumentValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParamParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAAllocaInst;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAGetElementPtrInst;
import static org.bytedeco.llvm.global.LLVM.LLVMIsInBounds;
import static org.bytedeco.llvm.global.LLVM.LLVMIsNull;

import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What can be told about a pointer from the instruction, global or parameter that makes it. */
public final class PointerFacts {
    private static final List<String> NEVER_NULL = List.of("nonnull", "dereferenceable", "byval", "sret");

    private PointerFacts() {}

    /**
     * Returns whether the pointer can be null when the program runs.
     *
     * @param function where the pointer is used
     */
    public static boolean mayBeNull(IrValue pointer, IrFunction function) {
        LLVMValueRef ref = strip(pointer.raw());
        if (isParameter(ref)) {
            return !isNeverNull(ref, function);
        }
        return Handles.isNull(LLVMIsAAllocaInst(ref)) && !GlobalFacts.isObject(ref);
    }

    /**
     * Returns whether this certainly points at no memory: it is null, or undefined, also when it is cast from such a number
     * or frozen.
     */
    public static boolean pointsNowhere(IrValue pointer) {
        IrValue value = pointer;
        Optional<IrInstruction> instruction = value.asInstruction();
        while (instruction.filter(PointerFacts::keepsValue).isPresent()) {
            value = instruction.get().operand(0);
            instruction = value.asInstruction();
        }
        return value.isNullConstant() || ConstantFacts.isUndefined(value);
    }

    private static boolean keepsValue(IrInstruction instruction) {
        return instruction.opcode() == Opcode.FREEZE || instruction.opcode() == Opcode.INTEGER_TO_POINTER;
    }

    private static boolean isNeverNull(LLVMValueRef parameter, IrFunction function) {
        int index = function.indexOf(parameter);
        for (String attribute : NEVER_NULL) {
            if (Attributes.onParameter(function, index, attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Where a pointer comes from, as far as that tells it apart from others. */
    public enum Origin {
        /** A parameter that nothing else points into. */
        EXCLUSIVE_PARAMETER,
        /** Any other parameter. */
        PARAMETER,
        /** A stack slot. */
        SLOT,
        /** Memory that a call has allocated, by the {@code noalias} on what it returns. */
        ALLOCATION,
        /** A global that this module defines for good. */
        GLOBAL,
        /** A global that may be defined elsewhere, perhaps under several names. */
        FOREIGN_GLOBAL,
        /** Something else. */
        UNKNOWN;

        private boolean isObject() {
            return this == SLOT || this == ALLOCATION || this == GLOBAL;
        }

        private boolean isApartFrom(Origin other) {
            return switch (this) {
                case EXCLUSIVE_PARAMETER, SLOT, ALLOCATION -> other != UNKNOWN;
                case GLOBAL -> other.isObject() || other == FOREIGN_GLOBAL;
                case FOREIGN_GLOBAL, PARAMETER, UNKNOWN -> false;
            };
        }

        /** Returns whether two pointers that are not the same value can point into one memory block. */
        public boolean mayOverlap(Origin other) {
            return !isApartFrom(other) && !other.isApartFrom(this);
        }
    }

    /** Returns where a pointer comes from. */
    public static Origin originOf(IrValue pointer) {
        LLVMValueRef ref = pointer.raw();
        if (isParameter(ref)) {
            IrFunction function = new IrFunction(LLVMGetParamParent(ref));
            return Attributes.onParameter(function, function.indexOf(ref), "noalias")
                    ? Origin.EXCLUSIVE_PARAMETER
                    : Origin.PARAMETER;
        }
        if (isSlot(ref)) {
            return Origin.SLOT;
        }
        if (pointer.asInstruction().filter(PointerFacts::allocates).isPresent()) {
            return Origin.ALLOCATION;
        }
        if (!GlobalFacts.isObject(ref)) {
            return Origin.UNKNOWN;
        }
        return GlobalFacts.isElsewhere(ref) ? Origin.FOREIGN_GLOBAL : Origin.GLOBAL;
    }

    private static boolean allocates(IrInstruction instruction) {
        return instruction.isCall() && Attributes.returnsFreshMemory(instruction);
    }

    /** Follows address arithmetic that keeps a pointer inside its object. */
    private static LLVMValueRef strip(LLVMValueRef ref) {
        LLVMValueRef current = ref;
        while (!Handles.isNull(LLVMIsAGetElementPtrInst(current)) && LLVMIsInBounds(current) != 0) {
            current = LLVMGetOperand(current, 0);
        }
        return current;
    }

    private static boolean isSlot(LLVMValueRef ref) {
        return !Handles.isNull(LLVMIsAAllocaInst(ref)) && !isEmpty(ref);
    }

    /** A slot of no elements may share its address with another; a constant count of 0 is the only way to get one. */
    private static boolean isEmpty(LLVMValueRef slot) {
        return LLVMGetNumOperands(slot) == 1 && LLVMIsNull(LLVMGetOperand(slot, 0)) != 0;
    }

    private static boolean isParameter(LLVMValueRef ref) {
        return LLVMGetValueKind(ref) == LLVMArgumentValueKind;
    }

    /** Returns whether this is a parameter whose memory is reached through nothing else while the function runs. */
    public static boolean isExclusive(IrValue pointer) {
        return originOf(pointer) == Origin.EXCLUSIVE_PARAMETER;
    }
}
