package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMConstBitCast;
import static org.bytedeco.llvm.global.LLVM.LLVMConstIntGetZExtValue;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeContext;
import static org.bytedeco.llvm.global.LLVM.LLVMIntTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstantInt;
import static org.bytedeco.llvm.global.LLVM.LLVMIsNull;
import static org.bytedeco.llvm.global.LLVM.LLVMIsUndef;
import static org.bytedeco.llvm.global.LLVM.LLVMPrintValueToString;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** The bytes of constants in the memory of a little-endian machine. */
public final class ConstantBytes {
    private final DataLayout layout;

    /** Measures by a module's data layout. */
    public ConstantBytes(DataLayout layout) {
        this.layout = layout;
    }

    /** Returns whether every byte of a constant is zero, or is of no account. */
    public static boolean isZero(IrValue constant) {
        return LLVMIsNull(constant.raw()) != 0 || LLVMIsUndef(constant.raw()) != 0;
    }

    /**
     * Returns the bytes of a constant, those of padding zero; nothing when an address is among them, or they are more than an
     * array of Java holds.
     */
    public Optional<byte[]> of(IrValue constant) {
        OptionalLong size = layout.bytes(constant.type());
        if (size.isEmpty() || size.getAsLong() > Integer.MAX_VALUE - Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes =
                ByteBuffer.allocate((int) size.getAsLong() + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (!write(constant, 0, bytes)) {
            return Optional.empty();
        }
        byte[] written = new byte[(int) size.getAsLong()];
        bytes.get(0, written);
        return Optional.of(written);
    }

    private boolean write(IrValue constant, int at, ByteBuffer bytes) {
        if (isZero(constant)) {
            return true;
        }
        IrType type = constant.type();
        if (!type.isStruct() && !type.isSequence()) {
            return writeScalar(constant, at, bytes);
        }
        int count = ConstantReader.elementCount(constant);
        if (type.isSequence() && layout.bytes(type).orElseThrow() < count * step(type)) {
            return false; // a vector of numbers that are not whole bytes
        }
        for (int i = 0; i < count; i++) {
            Optional<IrValue> element = ConstantReader.element(constant, i);
            if (element.isEmpty() || !write(element.get(), at + offset(type, i), bytes)) {
                return false;
            }
        }
        return true;
    }

    private int offset(IrType type, int index) {
        return type.isStruct() ? (int) layout.fieldOffset(type, index).orElseThrow() : index * (int) step(type);
    }

    private long step(IrType sequence) {
        return layout.bytes(sequence.sequenceElement()).orElseThrow();
    }

    private boolean writeScalar(IrValue constant, int at, ByteBuffer bytes) {
        IrType type = constant.type();
        int bits = type.isInteger() ? type.integerBits() : type.scalarBits();
        if (bits == 0) {
            return false;
        }
        LLVMValueRef integer = type.isInteger()
                ? constant.raw()
                : LLVMConstBitCast(constant.raw(), LLVMIntTypeInContext(LLVMGetTypeContext(type.raw()), bits));
        if (Handles.isNull(LLVMIsAConstantInt(integer))) {
            return false;
        }
        BigInteger value = value(integer, bits);
        for (int i = 0; i < (bits + 7) / 8; i++) {
            bytes.put(at + i, value.shiftRight(8 * i).byteValue());
        }
        return true;
    }

    /** Beyond 64 bits LLVM tells a number as text only. */
    private static BigInteger value(LLVMValueRef integer, int bits) {
        if (bits <= Long.SIZE) {
            return BigInteger.valueOf(LLVMConstIntGetZExtValue(integer));
        }
        BytePointer printed = LLVMPrintValueToString(integer);
        try {
            String text = Utf8.decode(printed);
            return new BigInteger(text.substring(text.lastIndexOf(' ') + 1));
        } finally {
            LLVMDisposeMessage(printed);
        }
    }
}
