package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.RuntimeConstants;

/** The size in bytes of so many elements, which need not fit the number that holds it. */
final class SizeProduct {
    private SizeProduct() {}

    /** Returns the size of so many elements in bytes, or {@link RuntimeConstants#IMPOSSIBLE_SIZE} where it does not fit 64 bits. */
    static long of(long count, long elementBytes) {
        return Math.multiplyHigh(count, elementBytes) == (count * elementBytes) >> 63
                ? count * elementBytes
                : RuntimeConstants.IMPOSSIBLE_SIZE;
    }

    /** Returns whether a signed count of so many bits can have a size that does not fit. */
    static boolean mayWrap(int countBits, long elementBytes) {
        return elementBytes > 1
                && countBits - 1 + (Long.SIZE - Long.numberOfLeadingZeros(elementBytes - 1)) >= Long.SIZE;
    }

    /** Returns the first count, taken as unsigned, whose size does not fit: one that is negative is above it too. */
    static long tooMany(long elementBytes) {
        return Long.MAX_VALUE / elementBytes + 1;
    }
}
