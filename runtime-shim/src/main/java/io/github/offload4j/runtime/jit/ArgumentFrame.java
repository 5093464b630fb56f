package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.binding.LentMemory;
import io.github.offload4j.runtime.nativecode.ArrayMemory;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.nativecode.NativeType;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call as words. Arrays have native copies while it is open; the same array has one copy. The memory of
 * arrays, buffers and handles is lent to the program for as long.
 */
final class ArgumentFrame implements AutoCloseable {
    private final IdentityHashMap<Object, LentMemory> copies = new IdentityHashMap<>();
    private final List<LentMemory> views = new ArrayList<>();

    /**
     * Returns a value as a word.
     *
     * @param what how a message names it
     * @throws OffloadException when the value does not fit the type
     */
    long word(@Nullable Object value, NativeType type, String what) {
        if (type == NativeType.POINTER) {
            return address(value, what);
        }
        return scalar(value, type, what);
    }

    /** Returns a scalar as a word. Java's widening conversions are allowed, nothing that loses digits
     * is, but for a float that is rounded to a half. */
    static long scalar(@Nullable Object value, NativeType type, String what) {
        boolean fits = switch (type) {
            case VOID -> value == null;
            case I1 -> value instanceof Boolean;
            case I8 -> value instanceof Byte;
            case I16 -> value instanceof Byte || value instanceof Short;
            case I32 -> value instanceof Byte || value instanceof Short || value instanceof Integer;
            case I64 ->
                value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long;
            case HALF, FLOAT -> value instanceof Float;
            case DOUBLE -> value instanceof Float || value instanceof Double;
            case POINTER -> value instanceof NativeAddress;
        };
        if (!fits) {
            throw refuse(value, type, what);
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof NativeAddress address) {
            return address.value();
        }
        if (type == NativeType.HALF && value instanceof Float number) {
            return Short.toUnsignedLong(HalfPrecision.of(number));
        }
        if (type == NativeType.FLOAT && value instanceof Float number) {
            return Integer.toUnsignedLong(Float.floatToRawIntBits(number));
        }
        if (type == NativeType.DOUBLE && value instanceof Number number) {
            return Double.doubleToRawLongBits(number.doubleValue());
        }
        return value instanceof Number number ? number.longValue() : 0;
    }

    private long address(@Nullable Object value, String what) {
        if (value == null) {
            return 0;
        }
        if (value instanceof NativeAddress address) {
            return address.value();
        }
        if (value instanceof Pointer handle) {
            requireMemory(handle, what);
            long address = ArrayMemory.address(handle);
            lendView(handle, address, ArrayMemory.remainingBytes(handle), what);
            return address;
        }
        if (value instanceof Buffer buffer) {
            if (!buffer.isDirect()) {
                throw new OffloadException(
                        Reason.ARGUMENT, what + " is a buffer on the Java heap; give a direct buffer or an array");
            }
            long address = ArrayMemory.positionAddress(buffer);
            lendView(buffer, address, OptionalLong.of(ArrayMemory.remainingBytes(buffer)), what);
            return address;
        }
        if (ArrayMemory.isArray(value)) {
            return copies.computeIfAbsent(value, array -> copy(array, what)).begin();
        }
        throw refuse(value, NativeType.POINTER, what);
    }

    /** A null handle of a library is a value of its own, and a null pointer to numbers is most likely one that was freed. */
    private static void requireMemory(Pointer handle, String what) {
        if (handle.isNull() && ArrayMemory.isToNumbers(handle)) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " is a " + handle.getClass().getSimpleName()
                            + " without memory: it was closed, or never had any; give null for a null pointer");
        }
    }

    private void lendView(Object owner, long address, OptionalLong bytes, String what) {
        bytes.ifPresent(known -> views.add(LentMemory.lend(owner, address, known, what)));
    }

    private static LentMemory copy(Object array, String what) {
        long bytes = ArrayMemory.bytes(array);
        long memory = NativeMemory.allocate(bytes);
        ArrayMemory.copyOut(array, memory);
        return LentMemory.lend(array, memory, bytes, what);
    }

    private static OffloadException refuse(@Nullable Object value, NativeType type, String what) {
        String given = value == null ? "null" : "a " + value.getClass().getTypeName();
        return new OffloadException(
                Reason.ARGUMENT, what + " is " + type.irName() + ", and " + given + " is given" + instead(type));
    }

    private static String instead(NativeType type) {
        return switch (type) {
            case VOID -> "";
            case I1 -> "; give a Boolean";
            case I8 -> "; give a Byte";
            case I16 -> "; give a Short";
            case I32 -> "; give an Integer";
            case I64 -> "; give a Long";
            case HALF, FLOAT -> "; give a Float";
            case DOUBLE -> "; give a Double";
            case POINTER -> "; give an array of numbers, a direct buffer, a Pointer or a NativeAddress";
        };
    }

    /** Copies the native copies back into their arrays. */
    void copyBack() {
        copies.forEach((array, copy) -> ArrayMemory.copyIn(array, copy.begin()));
    }

    /** Returns the native copies, which end with this frame. */
    Collection<LentMemory> copies() {
        return copies.values();
    }

    @Override
    public void close() {
        views.forEach(LentMemory::close);
        views.clear();
        for (LentMemory copy : copies.values()) {
            copy.close();
            NativeMemory.free(copy.begin());
        }
        copies.clear();
    }
}
