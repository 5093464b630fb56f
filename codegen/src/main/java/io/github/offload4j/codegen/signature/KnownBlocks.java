package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The blocks of kernels that are never launched with another one.
 *
 * @param sizes a block for each of these kernels, by its symbol
 */
public record KnownBlocks(Map<String, Size> sizes) {
    private static final KnownBlocks NONE = new KnownBlocks(Map.of());

    /** Copies the map. */
    public KnownBlocks {
        sizes = Map.copyOf(Objects.requireNonNull(sizes, "sizes is null"));
    }

    /**
     * The threads of a block.
     *
     * @param x in the first dimension, from 1 to 2147483647
     * @param y in the second dimension, from 1 to 2147483647
     * @param z in the third dimension, from 1 to 2147483647
     */
    public record Size(long x, long y, long z) {
        /**
         * Checks the values.
         *
         * @throws OffloadException when one is not in its range
         */
        public Size {
            Dimensions.of(x, y, z);
        }

        /** Returns the size of a block when it is known now. */
        public static Optional<Size> of(Dimensions block) {
            Objects.requireNonNull(block, "block is null");
            return block.x() instanceof Dimension.Constant x
                            && block.y() instanceof Dimension.Constant y
                            && block.z() instanceof Dimension.Constant z
                    ? Optional.of(new Size(x.size(), y.size(), z.size()))
                    : Optional.empty();
        }
    }

    /** Returns that nothing is known. */
    public static KnownBlocks none() {
        return NONE;
    }

    /** Returns the block of a kernel when it is known. */
    public Optional<Size> of(String kernel) {
        return Optional.ofNullable(sizes.get(Objects.requireNonNull(kernel, "kernel is null")));
    }
}
