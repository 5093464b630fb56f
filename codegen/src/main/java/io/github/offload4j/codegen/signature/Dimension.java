package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A size in one direction: blocks of a grid, or threads of a block. */
public sealed interface Dimension {
    /**
     * A size known now.
     *
     * @param size from 1 to 2147483647
     */
    record Constant(long size) implements Dimension {
        /** Checks the value. */
        public Constant {
            if (size < 1 || size > RuntimeConstants.MAXIMUM_DIMENSION) {
                throw new OffloadException(
                        Reason.LAUNCH_BOUNDS, "size " + size + " is not in 1 to " + RuntimeConstants.MAXIMUM_DIMENSION);
            }
        }
    }

    /**
     * A size known when the program runs.
     *
     * @param size an integer of at most 64 bits
     */
    record Computed(IrValue size) implements Dimension {
        /** Checks the value. */
        public Computed {
            Objects.requireNonNull(size, "size is null");
        }
    }

    /** One block, or one thread. */
    Dimension ONE = new Constant(1);

    /**
     * Returns a size known now.
     *
     * @throws OffloadException when it is not in 1 to 2147483647
     */
    static Dimension of(long size) {
        return new Constant(size);
    }

    /** Returns a size known when the program runs, an integer of at most 64 bits. */
    static Dimension of(LLVMValueRef size) {
        return new Computed(IrValue.of(size, "size"));
    }
}
