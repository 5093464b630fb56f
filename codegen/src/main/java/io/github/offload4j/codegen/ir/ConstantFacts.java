package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetAsString;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInitializer;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;
import static org.bytedeco.llvm.global.LLVM.LLVMIsABlockAddress;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstantDataArray;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAGlobalValue;
import static org.bytedeco.llvm.global.LLVM.LLVMIsConstantString;
import static org.bytedeco.llvm.global.LLVM.LLVMIsGlobalConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMIsThreadLocal;
import static org.bytedeco.llvm.global.LLVM.LLVMIsUndef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What constants are made of, and what variables begin with. */
public final class ConstantFacts {
    private ConstantFacts() {}

    /** Returns what a constant is made of: nothing for a value of another kind, and for a function or a variable. */
    public static List<IrValue> parts(IrValue value) {
        LLVMValueRef ref = value.raw();
        List<IrValue> parts = new ArrayList<>();
        if (!Handles.isNull(LLVMIsAConstant(ref)) && Handles.isNull(LLVMIsAGlobalValue(ref))) {
            for (int i = 0; i < LLVMGetNumOperands(ref); i++) {
                parts.add(new IrValue(LLVMGetOperand(ref, i)));
            }
        }
        return parts;
    }

    /** Returns whether this is the address of a basic block. */
    public static boolean isBlockAddress(IrValue value) {
        return !Handles.isNull(LLVMIsABlockAddress(value.raw()));
    }

    /** Returns whether this is undefined, or poison. */
    public static boolean isUndefined(IrValue value) {
        return LLVMIsUndef(value.raw()) != 0;
    }

    /** Returns what a variable begins with, or nothing when another module defines it, or this is no variable. */
    public static Optional<IrValue> initialValue(IrValue variable) {
        if (!variable.isGlobalVariable()) {
            return Optional.empty();
        }
        LLVMValueRef initializer = LLVMGetInitializer(variable.raw());
        return Handles.isNull(initializer) ? Optional.empty() : Optional.of(new IrValue(initializer));
    }

    /**
     * Returns the text, without the zero at its end, that a variable's address leads to, or nothing when it leads to none.
     */
    public static Optional<String> text(IrValue address) {
        if (!address.isGlobalVariable()) {
            List<IrValue> parts = parts(address);
            return parts.size() == 1 ? text(parts.get(0)) : Optional.empty();
        }
        return initialValue(address)
                .filter(content -> !Handles.isNull(LLVMIsAConstantDataArray(content.raw()))
                        && LLVMIsConstantString(content.raw()) != 0)
                .map(ConstantFacts::readText);
    }

    private static String readText(IrValue content) {
        try (SizeTPointer length = new SizeTPointer(1)) {
            BytePointer bytes = LLVMGetAsString(content.raw(), length);
            String all = Utf8.decode(bytes, length.get());
            return all.endsWith("\0") ? all.substring(0, all.length() - 1) : all;
        }
    }

    /** Returns whether a variable is said never to change. */
    public static boolean isUnchanging(IrValue variable) {
        return LLVMIsGlobalConstant(variable.raw()) != 0;
    }

    /** Returns whether every thread has a variable of its own. */
    public static boolean isThreadLocal(IrValue variable) {
        return LLVMIsThreadLocal(variable.raw()) != 0;
    }

    /** Returns whether a variable is an array without elements, whose size somebody else decides. */
    public static boolean isOpenArray(IrValue variable) {
        IrType type = new IrType(LLVMGlobalGetValueType(variable.raw()));
        return type.isSequence() && type.sequenceLength() == 0;
    }
}
