package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMExternalWeakLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParam;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParamParent;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAAllocaInst;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAArgument;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAGetElementPtrInst;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAGlobalVariable;
import static org.bytedeco.llvm.global.LLVM.LLVMIsInBounds;
import static org.bytedeco.llvm.global.LLVM.LLVMIsNull;

import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What can be told about a pointer from the instruction, global or parameter that makes it. */
public final class PointerFacts {
    private static final List<String> NEVER_NULL = List.of("nonnull", "dereferenceable", "byval", "sret");

    private PointerFacts() {}

    /** Returns whether the pointer can be null when the program runs. */
    public static boolean mayBeNull(IrValue pointer) {
        LLVMValueRef ref = strip(pointer.raw());
        if (!Handles.isNull(LLVMIsAAllocaInst(ref))) {
            return false;
        }
        if (isStrongGlobal(ref)) {
            return false;
        }
        if (!Handles.isNull(LLVMIsAArgument(ref))) {
            return NEVER_NULL.stream().noneMatch(attribute -> parameterHas(ref, attribute));
        }
        return true;
    }

    /** Returns whether two pointers can point into one memory block when the program runs. */
    public static boolean mayOverlap(IrValue first, IrValue second) {
        LLVMValueRef a = first.raw();
        LLVMValueRef b = second.raw();
        if (a.address() == b.address()) {
            return true;
        }
        return !areApart(a, b) && !areApart(b, a);
    }

    private static boolean areApart(LLVMValueRef a, LLVMValueRef b) {
        if (isExclusive(a)) {
            return isObject(b) || isParameter(b);
        }
        return isSlot(a) ? isObject(b) || isParameter(b) : isObject(a) && isObject(b);
    }

    /** Follows address arithmetic that keeps a pointer inside its object. */
    private static LLVMValueRef strip(LLVMValueRef ref) {
        LLVMValueRef current = ref;
        while (!Handles.isNull(LLVMIsAGetElementPtrInst(current)) && LLVMIsInBounds(current) != 0) {
            current = LLVMGetOperand(current, 0);
        }
        return current;
    }

    private static boolean isObject(LLVMValueRef ref) {
        return isSlot(ref) || isStrongGlobal(ref);
    }

    private static boolean isSlot(LLVMValueRef ref) {
        return !Handles.isNull(LLVMIsAAllocaInst(ref)) && !isEmpty(ref);
    }

    /** A slot of no elements may share its address with another; a constant count of 0 is the only way to get one. */
    private static boolean isEmpty(LLVMValueRef slot) {
        return LLVMGetNumOperands(slot) == 1 && LLVMIsNull(LLVMGetOperand(slot, 0)) != 0;
    }

    private static boolean isStrongGlobal(LLVMValueRef ref) {
        boolean global = !Handles.isNull(LLVMIsAGlobalVariable(ref)) || !Handles.isNull(LLVMIsAFunction(ref));
        return global && LLVMGetLinkage(ref) != LLVMExternalWeakLinkage;
    }

    private static boolean isParameter(LLVMValueRef ref) {
        return !Handles.isNull(LLVMIsAArgument(ref));
    }

    /** Returns whether this is a parameter whose memory is reached through nothing else while the function runs. */
    public static boolean isExclusive(IrValue pointer) {
        return isExclusive(pointer.raw());
    }

    private static boolean isExclusive(LLVMValueRef ref) {
        return isParameter(ref) && parameterHas(ref, "noalias");
    }

    private static boolean parameterHas(LLVMValueRef parameter, String attribute) {
        IrFunction function = new IrFunction(LLVMGetParamParent(parameter));
        int index = 0;
        while (LLVMGetParam(function.value().raw(), index).address() != parameter.address()) {
            index++;
        }
        return Attributes.onParameter(function, index, attribute);
    }
}
