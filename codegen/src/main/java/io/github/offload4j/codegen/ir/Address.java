package io.github.offload4j.codegen.ir;

import java.util.OptionalLong;

/**
 * An address as a place inside of something.
 *
 * @param base what the address computations start from: an object, a parameter, or a value that is not address arithmetic
 * @param offset the distance from the base in bytes; nothing when the program computes it
 */
public record Address(IrValue base, OptionalLong offset) {
    /** Returns the address a number of bytes further on, or at an unknown distance. */
    public Address plus(OptionalLong bytes) {
        if (offset.isEmpty() || bytes.isEmpty()) {
            return new Address(base, OptionalLong.empty());
        }
        long sum = offset.getAsLong() + bytes.getAsLong();
        boolean overflows = ((sum ^ offset.getAsLong()) & (sum ^ bytes.getAsLong())) < 0;
        return new Address(base, overflows ? OptionalLong.empty() : OptionalLong.of(sum));
    }

    /** Returns whether this is the place a known number of bytes behind a base. */
    public boolean isAt(IrValue otherBase, long otherOffset) {
        return base.equals(otherBase) && offset.isPresent() && offset.getAsLong() == otherOffset;
    }
}
