package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMABISizeOfType;
import static org.bytedeco.llvm.global.LLVM.LLVMFunctionTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMLabelTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMOffsetOfElement;
import static org.bytedeco.llvm.global.LLVM.LLVMPointerSize;
import static org.bytedeco.llvm.global.LLVM.LLVMPreferredAlignmentOfGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMScalableVectorTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMStoreSizeOfType;
import static org.bytedeco.llvm.global.LLVM.LLVMTargetExtTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMTokenTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMVoidTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMX86_AMXTypeKind;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;

/** Sizes of types in memory, by a module's data layout. */
public final class DataLayout {
    /** The module's own, which follows when the module gets another one. */
    private final LLVMTargetDataRef layout;

    /** Types whose size can be asked for, each by itself: what a type is made of never changes. */
    private final Map<IrType, IrType> measurable = new HashMap<>();

    DataLayout(LLVMModuleRef module) {
        this.layout = LLVMGetModuleDataLayout(module);
    }

    /** Returns the size of a pointer in bytes. */
    public int pointerBytes() {
        return LLVMPointerSize(layout);
    }

    /** Returns the bytes from one array element of the type to the next, or nothing when that is not a fixed number. */
    public OptionalLong bytes(IrType type) {
        if (!isMeasurable(type)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(LLVMABISizeOfType(layout, type.raw()));
    }

    /** Returns the bytes that a load or a store of the type touches, or nothing when that is not a fixed number. */
    public OptionalLong storedBytes(IrType type) {
        if (!isMeasurable(type)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(LLVMStoreSizeOfType(layout, type.raw()));
    }

    /** Returns the alignment in bytes that a variable gets, of its own or by its type, which has a fixed size. */
    public int alignment(IrGlobal variable) {
        return LLVMPreferredAlignmentOfGlobal(layout, variable.value().raw());
    }

    /** Returns how far a field is from the beginning of its struct in bytes, or nothing when that is not a fixed number. */
    public OptionalLong fieldOffset(IrType struct, int index) {
        if (!isMeasurable(struct) || index < 0 || index >= struct.fields().size()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(LLVMOffsetOfElement(layout, struct.raw(), index));
    }

    /** LLVM ends the process when asked for the size of some types, and wraps around on one that is too large. */
    private boolean isMeasurable(IrType type) {
        boolean known = measurable.containsKey(type);
        if (!known && isFixed(type) && isBounded(type)) {
            known = true;
            measurable.put(type, type);
        }
        return known;
    }

    /** Returns whether a type has a fixed size that does not fit 62 bits of bytes, with some to spare. */
    public boolean isTooLarge(IrType type) {
        return isFixed(type) && !isMeasurable(type);
    }

    /** Returns the type, which may know its fields already. */
    IrType known(IrType type) {
        return measurable.getOrDefault(type, type);
    }

    private static boolean isFixed(IrType type) {
        if (type.isSequence()) {
            return isFixed(type.sequenceElement());
        }
        if (type.isStruct()) {
            if (Structs.isOpaque(type)) {
                return false;
            }
            return type.fields().stream().allMatch(DataLayout::isFixed);
        }
        int kind = type.kind();
        return kind != LLVMVoidTypeKind
                && kind != LLVMFunctionTypeKind
                && kind != LLVMLabelTypeKind
                && kind != LLVMMetadataTypeKind
                && kind != LLVMTokenTypeKind
                && kind != LLVMX86_AMXTypeKind
                && kind != LLVMTargetExtTypeKind
                && kind != LLVMScalableVectorTypeKind;
    }

    /** Returns whether the size in bytes fits 62 bits, with some to spare. */
    private static boolean isBounded(IrType type) {
        try {
            return bound(type) >>> 62 == 0;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /** Returns a generous upper bound of the size in bytes. */
    private static long bound(IrType type) {
        if (type.isSequence()) {
            if (type.sequenceLength() < 0) {
                throw new ArithmeticException("length over 63 bits");
            }
            return Math.multiplyExact(type.sequenceLength(), bound(type.sequenceElement()));
        }
        if (type.isStruct()) {
            long sum = 0;
            for (IrType field : type.fields()) {
                sum = Math.addExact(sum, Math.multiplyExact(2, bound(field)));
            }
            return Math.max(sum, 1);
        }
        // Twice the size leaves room for alignment; 16 bytes cover the widest floating-point type.
        return type.isInteger() ? 16 + type.integerBits() / 4 : 32;
    }
}
