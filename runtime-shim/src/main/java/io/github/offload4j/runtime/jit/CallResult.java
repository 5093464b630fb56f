package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.nativecode.NativeType;

/** What a function of a program returned. */
public final class CallResult {
    private final NativeType type;
    private final long word;

    CallResult(NativeType type, long word) {
        this.type = type;
        this.word = word;
    }

    /** Returns whether the function returns nothing. */
    public boolean isVoid() {
        return type == NativeType.VOID;
    }

    /**
     * Returns a truth value.
     *
     * @throws OffloadException when the function does not return {@code i1}
     */
    public boolean asBoolean() {
        require(type == NativeType.I1, "a truth value");
        return word != 0;
    }

    /**
     * Returns an integer.
     *
     * @throws OffloadException when the function does not return an integer of 8, 16 or 32 bits
     */
    public int asInt() {
        require(type == NativeType.I8 || type == NativeType.I16 || type == NativeType.I32, "an int");
        return (int) word;
    }

    /**
     * Returns an integer.
     *
     * @throws OffloadException when the function does not return an integer of 8 to 64 bits
     */
    public long asLong() {
        require(
                type == NativeType.I8 || type == NativeType.I16 || type == NativeType.I32 || type == NativeType.I64,
                "an integer");
        return word;
    }

    /**
     * Returns a number.
     *
     * @throws OffloadException when the function returns neither {@code float} nor {@code half}
     */
    public float asFloat() {
        if (type == NativeType.HALF) {
            return HalfPrecision.toFloat((short) word);
        }
        require(type == NativeType.FLOAT, "a float");
        return Float.intBitsToFloat((int) word);
    }

    /**
     * Returns a number.
     *
     * @throws OffloadException when the function does not return {@code double}
     */
    public double asDouble() {
        require(type == NativeType.DOUBLE, "a double");
        return Double.longBitsToDouble(word);
    }

    /**
     * Returns an address.
     *
     * @throws OffloadException when the function does not return {@code ptr}
     */
    public NativeAddress asAddress() {
        require(type == NativeType.POINTER, "an address");
        return new NativeAddress(word);
    }

    private void require(boolean fits, String wanted) {
        if (!fits) {
            throw new OffloadException(
                    Reason.ARGUMENT, "the function returns " + type.irName() + ", and " + wanted + " is asked for");
        }
    }

    /** Returns the value in words. */
    @Override
    public String toString() {
        return switch (type) {
            case VOID -> "void";
            case I1 -> Boolean.toString(asBoolean());
            case I8, I16, I32, I64 -> Long.toString(word);
            case HALF, FLOAT -> Float.toString(asFloat());
            case DOUBLE -> Double.toString(asDouble());
            case POINTER -> asAddress().toString();
        };
    }
}
