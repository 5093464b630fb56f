package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;

/**
 * The sizes of a launch on the host. They come through the hidden pointer, which for modules with host images holds the
 * address of the launch's kernel-arguments struct.
 */
final class LaunchSizes {
    private static final int DIMENSIONS = 3;

    private final IrValue hiddenPointer;
    private final IrContext context;

    LaunchSizes(IrValue hiddenPointer, IrContext context) {
        this.hiddenPointer = hiddenPointer;
        this.context = context;
    }

    /** Returns the blocks in each dimension, emitting what loads them. */
    IrValue[] grid(IrBuilder builder) {
        return load("NumTeams", builder);
    }

    /** Returns the threads of a block in each dimension, emitting what loads them. */
    IrValue[] block(IrBuilder builder) {
        return load("ThreadLimit", builder);
    }

    private IrValue[] load(String field, IrBuilder builder) {
        IrType i32 = context.integer(Integer.SIZE);
        IrValue[] sizes = new IrValue[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            int offset = StructLayout.KERNEL_ARGUMENTS.offset(field) + i * Integer.BYTES;
            IrValue place = builder.offsetAddress(
                    context.integer(Byte.SIZE), hiddenPointer, context.constant(Integer.SIZE, offset), "");
            IrValue size = builder.load(i32, place, Integer.BYTES, "");
            // The runtime reads a y or z size of 0 as 1.
            IrValue isZero = builder.compare(Comparison.EQUAL, size, context.constant(Integer.SIZE, 0), "");
            sizes[i] = i == 0 ? size : builder.select(isZero, context.constant(Integer.SIZE, 1), size, "");
        }
        return sizes;
    }
}
