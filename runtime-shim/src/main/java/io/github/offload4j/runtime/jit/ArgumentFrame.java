package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.nativecode.ArrayMemory;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.nativecode.NativeType;
import java.nio.Buffer;
import java.util.IdentityHashMap;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** The arguments of one call as words. Arrays have native copies while it is open; the same array has one copy. */
final class ArgumentFrame implements AutoCloseable {
    private final IdentityHashMap<Object, Long> copies = new IdentityHashMap<>();

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

    /** Returns a scalar as a word. Java's widening conversions are allowed, nothing that loses digits is. */
    static long scalar(@Nullable Object value, NativeType type, String what) {
        boolean fits = switch (type) {
            case VOID -> value == null;
            case I1 -> value instanceof Boolean;
            case I8 -> value instanceof Byte;
            case I16 -> value instanceof Byte || value instanceof Short;
            case I32 -> value instanceof Byte || value instanceof Short || value instanceof Integer;
            case I64 ->
                value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long;
            case FLOAT -> value instanceof Float;
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
            return ArrayMemory.address(handle);
        }
        if (value instanceof Buffer buffer) {
            if (!buffer.isDirect()) {
                throw new OffloadException(
                        Reason.ARGUMENT, what + " is a buffer on the Java heap; give a direct buffer or an array");
            }
            return ArrayMemory.positionAddress(buffer);
        }
        if (ArrayMemory.isArray(value)) {
            return copies.computeIfAbsent(value, ArgumentFrame::copy);
        }
        throw refuse(value, NativeType.POINTER, what);
    }

    private static long copy(Object array) {
        long memory = NativeMemory.allocate(ArrayMemory.bytes(array));
        ArrayMemory.copyOut(array, memory);
        return memory;
    }

    private static OffloadException refuse(@Nullable Object value, NativeType type, String what) {
        String given = value == null ? "null" : "a " + value.getClass().getTypeName();
        return new OffloadException(Reason.ARGUMENT, what + " is " + type.irName() + ", and " + given + " is given");
    }

    /** Copies the native copies back into their arrays. */
    void copyBack() {
        copies.forEach(ArrayMemory::copyIn);
    }

    @Override
    public void close() {
        copies.values().forEach(NativeMemory::free);
        copies.clear();
    }
}
