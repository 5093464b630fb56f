package io.github.offload4j.codegen.image;

import java.util.Arrays;
import java.util.Objects;

/**
 * A variable of a device image that the host knows by name. Immutable.
 *
 * @param name the symbol, the same on host and device
 * @param bytes the size
 * @param alignment in bytes
 * @param initialValue what it begins with on the device; empty when that is zeros
 */
@SuppressWarnings("ArrayRecordComponent") // copied, and compared by its content
public record DeviceVariable(String name, long bytes, int alignment, byte[] initialValue) {
    /** Copies the value. */
    public DeviceVariable {
        Objects.requireNonNull(name, "name is null");
        initialValue =
                Objects.requireNonNull(initialValue, "initialValue is null").clone();
    }

    /** Returns a copy of what it begins with; empty when that is zeros. */
    @Override
    public byte[] initialValue() {
        return initialValue.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceVariable variable
                && variable.name.equals(name)
                && variable.bytes == bytes
                && variable.alignment == alignment
                && Arrays.equals(variable.initialValue, initialValue);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, bytes, alignment, Arrays.hashCode(initialValue));
    }

    /** Returns for example {@code table, 16 bytes}. */
    @Override
    public String toString() {
        return name + ", " + bytes + " bytes";
    }
}
