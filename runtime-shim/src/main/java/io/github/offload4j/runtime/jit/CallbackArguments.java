package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.binding.LentMemory;
import io.github.offload4j.runtime.binding.RuntimeBinding;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.nativecode.NativeType;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/** What a program passes to a Java method. Valid until the method returns. */
public final class CallbackArguments {
    private static final Set<NativeType> INTEGERS =
            EnumSet.of(NativeType.I1, NativeType.I8, NativeType.I16, NativeType.I32, NativeType.I64);
    private static final Set<NativeType> NUMBERS = EnumSet.of(NativeType.HALF, NativeType.FLOAT, NativeType.DOUBLE);
    private static final Set<NativeType> POINTERS = EnumSet.of(NativeType.POINTER);

    private final String function;
    private final CallSignature signature;
    private final long[] words;
    private final RuntimeBinding runtime;
    private boolean returned;

    CallbackArguments(String function, CallSignature signature, long[] words, RuntimeBinding runtime) {
        this.function = function;
        this.signature = signature;
        this.words = words;
        this.runtime = runtime;
    }

    /** The memory that they point to need not be there any more. */
    void end() {
        returned = true;
    }

    /** Returns how many there are. */
    public int count() {
        return words.length;
    }

    /**
     * Returns an integer argument; an {@code i1} is 0 or 1.
     *
     * @throws OffloadException when there is no such argument, or it is something else
     */
    public long integer(int index) {
        require(index, INTEGERS, "an integer");
        return words[index];
    }

    /**
     * Returns an argument that is a {@code half}, a {@code float} or a {@code double}.
     *
     * @throws OffloadException when there is no such argument, or it is something else
     */
    public double number(int index) {
        require(index, NUMBERS, "a number");
        return switch (signature.parameters().get(index)) {
            case HALF -> HalfPrecision.toFloat((short) words[index]);
            case FLOAT -> Float.intBitsToFloat((int) words[index]);
            default -> Double.longBitsToDouble(words[index]);
        };
    }

    /**
     * Returns an argument that is a pointer.
     *
     * @throws OffloadException when there is no such argument, or it is something else
     */
    public NativeAddress address(int index) {
        require(index, POINTERS, "a pointer");
        return new NativeAddress(words[index]);
    }

    /**
     * Returns any argument: a {@link Long} for an integer, a {@link Double} for a number, a {@link NativeAddress} for a
     * pointer.
     *
     * @throws OffloadException when there is no such argument, or it is something else
     */
    public Object value(int index) {
        NativeType type = index < 0 || index >= words.length
                ? NativeType.VOID
                : signature.parameters().get(index);
        if (NUMBERS.contains(type)) {
            return number(index);
        }
        return POINTERS.contains(type) ? (Object) address(index) : (Object) integer(index);
    }

    /**
     * Returns the memory that a pointer argument points to, in the machine's byte order. Device pointers of the embedded
     * device and of libomptarget's host plugin can be read this way, those of a GPU cannot.
     *
     * @param bytes how much of it, at most 2147483647; checked where the pointer is one of the embedded device's, or into
     *     what Java gave the program, and nowhere else
     * @throws OffloadException when there is no such argument, it is no pointer or null, or has fewer bytes, or
     *     the method has returned
     */
    public ByteBuffer memory(int index, long bytes) {
        long address = address(index).value();
        if (returned) {
            throw new OffloadException(
                    Reason.STATE, "the call of '" + function + "' has returned, and its arguments with it");
        }
        if (bytes < 0 || bytes > Integer.MAX_VALUE) {
            throw refused(index, "cannot be seen as " + bytes + " bytes; a buffer has 0 to 2147483647");
        }
        if (address == 0 && bytes > 0) {
            throw refused(index, "is a null pointer, and " + bytes + " bytes of it are asked for");
        }
        OptionalLong room = runtime.deviceBytesAt(address);
        if (room.isEmpty()) {
            room = LentMemory.room(address);
        }
        if (room.isPresent() && room.getAsLong() < bytes) {
            throw refused(
                    index, "points to " + room.getAsLong() + " bytes, and " + bytes + " bytes of it are asked for");
        }
        return NativeMemory.view(address, bytes);
    }

    private void require(int index, Set<NativeType> types, String wanted) {
        if (index < 0 || index >= words.length) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "'" + function + "' is called with " + words.length + " arguments, and argument " + (index + 1)
                            + " is asked for");
        }
        NativeType type = signature.parameters().get(index);
        if (!types.contains(type)) {
            throw refused(index, "is " + type.irName() + ", and " + wanted + " is asked for");
        }
    }

    private OffloadException refused(int index, String fact) {
        return new OffloadException(Reason.ARGUMENT, "argument " + (index + 1) + " of '" + function + "' " + fact);
    }
}
