package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * How many threads a launch runs, and what each block of them shares.
 *
 * @param grid the number of blocks
 * @param block the number of threads in each block
 * @param shared dynamic shared memory of each block
 */
public record LaunchBounds(Dimensions grid, Dimensions block, SharedMemory shared) {
    /** Dynamic shared memory of a block, in bytes. */
    public sealed interface SharedMemory {
        /**
         * A size known now.
         *
         * @param bytes from 0 to 2147483647
         */
        record Constant(long bytes) implements SharedMemory {
            /** Checks the value. */
            public Constant {
                if (bytes < 0 || bytes > Integer.MAX_VALUE) {
                    throw new OffloadException(
                            Reason.LAUNCH_BOUNDS,
                            "shared memory of " + bytes + " bytes is not in 0 to " + Integer.MAX_VALUE);
                }
            }
        }

        /**
         * A size known when the program runs.
         *
         * @param bytes an integer of at most 64 bits
         */
        record Computed(IrValue bytes) implements SharedMemory {
            /** Checks the value. */
            public Computed {
                Objects.requireNonNull(bytes, "bytes is null");
            }
        }
    }

    private static final SharedMemory NONE = new SharedMemory.Constant(0);

    /** Checks the values. */
    public LaunchBounds {
        Objects.requireNonNull(grid, "grid is null");
        Objects.requireNonNull(block, "block is null");
        Objects.requireNonNull(shared, "shared is null");
    }

    /** Returns bounds without dynamic shared memory. */
    public static LaunchBounds of(Dimensions grid, Dimensions block) {
        return new LaunchBounds(grid, block, NONE);
    }

    /**
     * Returns one-dimensional bounds.
     *
     * @throws OffloadException when a size is not in 1 to 2147483647
     */
    public static LaunchBounds of(long blocks, long threadsPerBlock) {
        return of(Dimensions.of(blocks), Dimensions.of(threadsPerBlock));
    }

    /** Returns one-dimensional bounds with a number of blocks known when the program runs. */
    public static LaunchBounds of(LLVMValueRef blocks, long threadsPerBlock) {
        return of(Dimensions.of(blocks), Dimensions.of(threadsPerBlock));
    }

    /**
     * Returns these bounds with dynamic shared memory.
     *
     * @param bytes from 0 to 2147483647, for each block
     */
    public LaunchBounds withShared(long bytes) {
        return new LaunchBounds(grid, block, new SharedMemory.Constant(bytes));
    }

    /**
     * Returns these bounds with dynamic shared memory of a size known when the program runs.
     *
     * @param bytes an integer of at most 64 bits, for each block
     */
    public LaunchBounds withShared(LLVMValueRef bytes) {
        return new LaunchBounds(grid, block, new SharedMemory.Computed(IrValue.of(bytes, "bytes")));
    }
}
