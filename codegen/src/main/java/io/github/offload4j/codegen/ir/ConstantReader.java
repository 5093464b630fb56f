package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMConstIntGetZExtValue;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAggregateElement;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAsString;
import static org.bytedeco.llvm.global.LLVM.LLVMGetConstOpcode;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstantDataSequential;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstantExpr;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAGlobalVariable;
import static org.bytedeco.llvm.global.LLVM.LLVMIsConstantString;
import static org.bytedeco.llvm.global.LLVM.LLVMIsExternallyInitialized;
import static org.bytedeco.llvm.global.LLVM.LLVMIsGlobalConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMIsNull;
import static org.bytedeco.llvm.global.LLVM.LLVMPtrToInt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Reads the initial contents of global variables, and the parts of constants. */
public final class ConstantReader {
    private final DataLayout layout;

    /** Creates a reader that measures by a module's data layout. */
    public ConstantReader(DataLayout layout) {
        this.layout = layout;
    }

    /** Returns whether this is a global variable that nobody may write to. */
    public static boolean isReadOnly(IrValue global) {
        return !Handles.isNull(LLVMIsAGlobalVariable(global.raw())) && LLVMIsGlobalConstant(global.raw()) != 0;
    }

    /**
     * Returns whether this is a global variable whose content is its initial value for ever: not another module's, and not
     * what lies in a section that it stands for.
     */
    public static boolean isConstant(IrValue global) {
        return isReadOnly(global)
                && LLVMIsExternallyInitialized(global.raw()) == 0
                && !GlobalFacts.isReplaceable(global.raw())
                && !GlobalFacts.isPlace(global.raw());
    }

    /** Returns one element of a constant array, vector or struct, or nothing when there is no such element. */
    public static Optional<IrValue> element(IrValue aggregate, int index) {
        int count = elementCount(aggregate);
        if (index < 0 || index >= count || Handles.isNull(LLVMIsAConstant(aggregate.raw()))) {
            return Optional.empty();
        }
        LLVMValueRef element = LLVMGetAggregateElement(aggregate.raw(), index);
        return Handles.isNull(element) ? Optional.empty() : Optional.of(new IrValue(element));
    }

    /** Returns how many elements a value of an array, vector or struct type has, 0 for other types. */
    public static int elementCount(IrValue aggregate) {
        IrType type = aggregate.type();
        if (type.isStruct()) {
            return Structs.isOpaque(type) ? 0 : Structs.fieldCount(type);
        }
        return type.isSequence() ? (int) Math.min(Integer.MAX_VALUE, type.sequenceLength()) : 0;
    }

    /**
     * Returns the scalar constant that lies at an offset inside of a constant.
     *
     * @param offset in bytes
     * @return the constant, or nothing when no scalar begins there
     */
    public Optional<IrValue> scalarAt(IrValue constant, long offset) {
        IrType type = constant.type();
        OptionalLong size = layout.bytes(type);
        if (offset < 0 || size.isEmpty() || offset >= size.getAsLong()) {
            return Optional.empty();
        }
        if (type.isStruct()) {
            for (int i = Structs.fieldCount(type) - 1; i >= 0; i--) {
                long begin = layout.fieldOffset(type, i).orElseThrow();
                if (begin <= offset) {
                    return element(constant, i).flatMap(e -> scalarAt(e, offset - begin));
                }
            }
            return Optional.empty();
        }
        if (type.isSequence()) {
            long step = layout.bytes(type.sequenceElement()).orElseThrow();
            long index = offset / step;
            return index > Integer.MAX_VALUE
                    ? Optional.empty()
                    : element(constant, (int) index).flatMap(e -> scalarAt(e, offset % step));
        }
        return offset == 0 ? Optional.of(constant) : Optional.empty();
    }

    /** Returns the bytes of a constant array of i8, or nothing for other constants. */
    public static Optional<byte[]> bytes(IrValue constant) {
        IrType type = constant.type();
        if (!type.isSequence() || !isByte(type.sequenceElement())) {
            return Optional.empty();
        }
        if (LLVMIsNull(constant.raw()) != 0) {
            return type.sequenceLength() > Integer.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(new byte[(int) type.sequenceLength()]);
        }
        if (Handles.isNull(LLVMIsAConstantDataSequential(constant.raw()))
                || LLVMIsConstantString(constant.raw()) == 0) {
            return Optional.empty();
        }
        try (SizeTPointer length = new SizeTPointer(1)) {
            BytePointer data = LLVMGetAsString(constant.raw(), length);
            byte[] bytes = new byte[Math.toIntExact(length.get())];
            data.get(bytes);
            return Optional.of(bytes);
        }
    }

    /** Returns the zero-terminated text that a pointer to a constant points at, or nothing. */
    public static Optional<String> text(IrValue global) {
        return ConstantFacts.initialValue(global).flatMap(ConstantReader::bytes).map(bytes -> {
            int end = 0;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
        });
    }

    /** Returns the zero-extended value of a constant integer of at most 64 bits, or nothing. */
    public static OptionalLong unsigned(IrValue constant) {
        return constant.constantInteger().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(LLVMConstIntGetZExtValue(constant.raw()));
    }

    /** Returns the pointer that a constant expression casts to an integer, or nothing for other constants. */
    public static Optional<IrValue> castPointer(IrValue constant) {
        return !Handles.isNull(LLVMIsAConstantExpr(constant.raw()))
                        && LLVMGetConstOpcode(constant.raw()) == LLVMPtrToInt
                ? Optional.of(new IrValue(LLVMGetOperand(constant.raw(), 0)))
                : Optional.empty();
    }

    private static boolean isByte(IrType type) {
        return type.isInteger() && type.integerBits() == Byte.SIZE;
    }
}
