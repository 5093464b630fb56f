package io.github.offload4j.runtime.jit;

/**
 * An address that is passed to a program as it is.
 *
 * @param value the address
 */
public record NativeAddress(long value) {
    /** Returns the address in hexadecimal digits. */
    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
