package io.github.offload4j.codegen.signature;

import java.util.List;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * The size of a grid in blocks, or of a block in threads.
 *
 * @param x the first dimension, which varies fastest
 * @param y the second dimension
 * @param z the third dimension
 */
public record Dimensions(Dimension x, Dimension y, Dimension z) {
    /** Checks the values. */
    public Dimensions {
        Objects.requireNonNull(x, "x is null");
        Objects.requireNonNull(y, "y is null");
        Objects.requireNonNull(z, "z is null");
    }

    /**
     * Returns a size in one dimension.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when it is not in 1 to 2147483647
     */
    public static Dimensions of(long x) {
        return of(x, 1, 1);
    }

    /**
     * Returns a size in three dimensions.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when one is not in 1 to 2147483647
     */
    public static Dimensions of(long x, long y, long z) {
        return new Dimensions(Dimension.of(x), Dimension.of(y), Dimension.of(z));
    }

    /** Returns a size in one dimension, known when the program runs. */
    public static Dimensions of(LLVMValueRef x) {
        return new Dimensions(Dimension.of(x), Dimension.ONE, Dimension.ONE);
    }

    /** Returns whether only x can differ from 1. */
    public boolean isOneDimensional() {
        return isOne(y) && isOne(z);
    }

    private static boolean isOne(Dimension dimension) {
        return dimension instanceof Dimension.Constant constant && constant.size() == 1;
    }

    /** Returns x, y and z. */
    public List<Dimension> toList() {
        return List.of(x, y, z);
    }
}
