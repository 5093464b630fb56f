package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.fact.Quantity;

/** How the second of two ranges lies to the first. */
enum Overlap {
    /** They share nothing. */
    NONE,
    /** It is a part of the first, or the same. */
    INSIDE,
    /** It shares memory with the first and reaches beyond. */
    BEYOND,
    /** It cannot be told. */
    UNKNOWN;

    /**
     * Compares two ranges of one object.
     *
     * @param distance from the beginning of the first to that of the second, in bytes
     */
    static Overlap of(long distance, Quantity firstBytes, Quantity secondBytes) {
        if (firstBytes.is(0) || secondBytes.is(0)) {
            return NONE;
        }
        if (distance == 0 && firstBytes instanceof Quantity.Computed && firstBytes.equals(secondBytes)) {
            return INSIDE;
        }
        if (firstBytes.known().isEmpty() || secondBytes.known().isEmpty()) {
            return UNKNOWN;
        }
        long first = firstBytes.known().getAsLong();
        long second = secondBytes.known().getAsLong();
        if (first < 0 || second < 0 || distance >= first || distance <= -second) {
            return first < 0 || second < 0 ? UNKNOWN : NONE;
        }
        return distance >= 0 && second <= first - distance ? INSIDE : BEYOND;
    }
}
