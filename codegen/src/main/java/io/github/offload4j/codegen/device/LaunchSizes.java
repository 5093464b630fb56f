package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a launch on the host. They come through the hidden pointer, which for modules with host images holds the
 * address of the launch's kernel-arguments struct.
 */
final class LaunchSizes {
    private static final int DIMENSIONS = 3;
    private static final String GRID = "NumTeams";
    private static final String BLOCK = "ThreadLimit";

    /** The bytes of the struct that hold the sizes, of the grid and behind them of a block. */
    private static final int FIRST = StructLayout.KERNEL_ARGUMENTS.offset(GRID);

    private static final int BEHIND = StructLayout.KERNEL_ARGUMENTS.offset(BLOCK) + DIMENSIONS * Integer.BYTES;

    private final IrValue hiddenPointer;
    private final IrContext context;

    LaunchSizes(IrValue hiddenPointer, IrContext context) {
        this.hiddenPointer = hiddenPointer;
        this.context = context;
    }

    /** Returns the blocks in each dimension, emitting what loads them. */
    IrValue[] grid(IrBuilder builder) {
        return load(GRID, builder);
    }

    /** Returns the threads of a block in each dimension, emitting what loads them. */
    IrValue[] block(IrBuilder builder) {
        return load(BLOCK, builder);
    }

    /** Returns what differs where any of the sizes does, emitting what loads it. */
    List<IrValue> words(IrBuilder builder) {
        List<IrValue> words = new ArrayList<>();
        for (int offset = FIRST; offset < BEHIND; offset += Long.BYTES) {
            words.add(builder.load(context.integer(Long.SIZE), place(offset, builder), Integer.BYTES, ""));
        }
        return words;
    }

    /** Returns whether there is but one row of blocks and of threads, emitting what tells. */
    IrValue isRow(IrBuilder builder) {
        IrValue bits = context.constant(Integer.SIZE, 0);
        for (int dimension = 1; dimension < DIMENSIONS; dimension++) {
            bits = builder.or(bits, loadOne(GRID, dimension, builder));
            bits = builder.or(bits, loadOne(BLOCK, dimension, builder));
        }
        return builder.compare(Comparison.BELOW, bits, context.constant(Integer.SIZE, 2), "row");
    }

    private IrValue loadOne(String field, int dimension, IrBuilder builder) {
        int offset = StructLayout.KERNEL_ARGUMENTS.offset(field) + dimension * Integer.BYTES;
        return builder.load(context.integer(Integer.SIZE), place(offset, builder), Integer.BYTES, "");
    }

    private IrValue place(int offset, IrBuilder builder) {
        return builder.offsetAddress(
                context.integer(Byte.SIZE), hiddenPointer, context.constant(Integer.SIZE, offset), "");
    }

    private IrValue[] load(String field, IrBuilder builder) {
        IrValue[] sizes = new IrValue[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            IrValue size = loadOne(field, i, builder);
            // The runtime reads a y or z size of 0 as 1.
            IrValue isZero = builder.compare(Comparison.EQUAL, size, context.constant(Integer.SIZE, 0), "");
            sizes[i] = i == 0 ? size : builder.select(isZero, context.constant(Integer.SIZE, 1), size, "");
        }
        return sizes;
    }

    /** Returns how many blocks there are in all, in 64 bits, emitting what computes it. */
    IrValue blocks(IrBuilder builder) {
        return product(List.of(grid(builder)), context, builder);
    }

    /** Returns the product of sizes in 64 bits, emitting what computes it. */
    static IrValue product(List<IrValue> sizes, IrContext context, IrBuilder builder) {
        IrValue product = context.constant(Long.SIZE, 1);
        for (IrValue size : sizes) {
            product = builder.multiply(product, builder.zeroExtend(size, context.integer(Long.SIZE)));
        }
        return product;
    }
}
