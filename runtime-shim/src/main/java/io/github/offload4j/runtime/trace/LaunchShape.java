package io.github.offload4j.runtime.trace;

import java.util.Objects;

/**
 * How many threads a launch asked for.
 *
 * @param grid the number of blocks
 * @param block the number of threads in each block
 * @param sharedBytes dynamic shared memory of each block, in bytes
 */
public record LaunchShape(Size grid, Size block, long sharedBytes) {
    /** Checks the values. */
    public LaunchShape {
        Objects.requireNonNull(grid, "grid is null");
        Objects.requireNonNull(block, "block is null");
    }

    /**
     * A size in three dimensions.
     *
     * @param x the fastest dimension
     * @param y the second dimension
     * @param z the slowest dimension
     */
    public record Size(long x, long y, long z) {
        /** Returns the product of the three. */
        public long count() {
            return x * y * z;
        }

        /** Returns the sizes, without trailing ones: {@code 4}, {@code 4x2} or {@code 4x1x3}. */
        @Override
        public String toString() {
            if (z != 1) {
                return x + "x" + y + "x" + z;
            }
            return y == 1 ? Long.toString(x) : x + "x" + y;
        }
    }
}
