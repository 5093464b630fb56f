package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMABISizeOfType;
import static org.bytedeco.llvm.global.LLVM.LLVMFunctionTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMLabelTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMOffsetOfElement;
import static org.bytedeco.llvm.global.LLVM.LLVMPointerSize;
import static org.bytedeco.llvm.global.LLVM.LLVMScalableVectorTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMTargetExtTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMTokenTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMVoidTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMX86_AMXTypeKind;

import java.util.OptionalLong;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Sizes of types in memory, by a module's data layout. */
public final class DataLayout {
    private final LLVMModuleRef module;

    DataLayout(LLVMModuleRef module) {
        this.module = module;
    }

    /** Returns the size of a pointer in bytes. */
    public int pointerBytes() {
        return LLVMPointerSize(LLVMGetModuleDataLayout(module));
    }

    /** Returns the bytes from one array element of the type to the next, or nothing when that is not a fixed number. */
    public OptionalLong bytes(IrType type) {
        // LLVM ends the process when asked for the size of such a type, and wraps around on one that is too large.
        if (!isFixed(type) || estimate(type) < 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(LLVMABISizeOfType(LLVMGetModuleDataLayout(module), type.raw()));
    }

    /** Returns how far a field is from the beginning of its struct in bytes, or nothing when that is not a fixed number. */
    OptionalLong fieldOffset(IrType struct, int index) {
        if (bytes(struct).isEmpty() || index < 0 || index >= Structs.fieldCount(struct)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(LLVMOffsetOfElement(LLVMGetModuleDataLayout(module), struct.raw(), index));
    }

    private static boolean isFixed(IrType type) {
        if (type.isSequence()) {
            return isFixed(type.sequenceElement());
        }
        if (type.isStruct()) {
            if (Structs.isOpaque(type)) {
                return false;
            }
            for (int i = 0; i < Structs.fieldCount(type); i++) {
                if (!isFixed(Structs.field(type, i))) {
                    return false;
                }
            }
            return true;
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

    /** Returns a generous upper bound of the size in bytes, or -1 when that does not fit 62 bits. */
    private static long estimate(IrType type) {
        try {
            return bound(type) >>> 62 == 0 ? 0 : -1;
        } catch (ArithmeticException tooLarge) {
            return -1;
        }
    }

    private static long bound(IrType type) {
        if (type.isSequence()) {
            if (type.sequenceLength() < 0) {
                throw new ArithmeticException("length over 63 bits");
            }
            return Math.multiplyExact(type.sequenceLength(), bound(type.sequenceElement()));
        }
        if (type.isStruct()) {
            long sum = 0;
            for (int i = 0; i < Structs.fieldCount(type); i++) {
                sum = Math.addExact(sum, 2 * bound(Structs.field(type, i)));
            }
            return Math.max(sum, 1);
        }
        // Twice the size leaves room for alignment; 16 bytes cover the widest floating-point type.
        return type.isInteger() ? 16 + type.integerBits() / 4 : 32;
    }
}
