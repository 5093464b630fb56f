package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.LaunchBounds.SharedMemory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a launch as the runtime takes them.
 *
 * @param teams the scalar beside the grid: x, or the product of all three
 * @param threads the scalar beside the block, likewise
 * @param grid three i32
 * @param block three i32
 * @param gridArray the grid in one value
 * @param blockArray the block in one value
 * @param shared dynamic shared memory in bytes, an i32
 * @param empty whether the program finds a size below 1; null when none can be
 */
public record LaunchSizes(
        IrValue teams,
        IrValue threads,
        List<IrValue> grid,
        List<IrValue> block,
        IrValue gridArray,
        IrValue blockArray,
        IrValue shared,
        @Nullable IrValue empty) {
    /** No device has a grid this large. The next number, -1 to the runtime, would launch a single block. */
    private static final long TOO_LARGE = 0xFFFF_FFFEL;

    /** Emits the conversions that the bounds take. */
    static LaunchSizes of(LaunchBounds bounds, IrContext context, IrBuilder builder) {
        List<IrValue> grid = sizes(bounds.grid(), context, builder);
        List<IrValue> block = sizes(bounds.block(), context, builder);
        List<IrValue> computed = new ArrayList<>();
        collectComputed(bounds.grid(), computed);
        collectComputed(bounds.block(), computed);
        return new LaunchSizes(
                grid.get(0),
                block.get(0),
                List.copyOf(grid),
                List.copyOf(block),
                aggregate(grid, context, builder),
                aggregate(block, context, builder),
                bounds.shared() instanceof SharedMemory.Constant constant
                        ? context.constant(Integer.SIZE, constant.bytes())
                        : narrow(((SharedMemory.Computed) bounds.shared()).bytes(), context, builder),
                anyBelowOne(computed, context, builder));
    }

    private static List<IrValue> sizes(Dimensions dimensions, IrContext context, IrBuilder builder) {
        List<IrValue> sizes = new ArrayList<>(3);
        for (Dimension dimension : dimensions.toList()) {
            sizes.add(
                    dimension instanceof Dimension.Constant constant
                            ? context.constant(Integer.SIZE, constant.size())
                            : narrow(((Dimension.Computed) dimension).size(), context, builder));
        }
        return sizes;
    }

    private static void collectComputed(Dimensions dimensions, List<IrValue> computed) {
        for (Dimension dimension : dimensions.toList()) {
            if (dimension instanceof Dimension.Computed size) {
                computed.add(size.size());
            }
        }
    }

    /** Cutting a wide size off would launch a small grid for a huge one, so it becomes one that is refused. */
    private static IrValue narrow(IrValue size, IrContext context, IrBuilder builder) {
        IrValue fitting = size;
        if (size.type().integerBits() > Integer.SIZE) {
            IrValue limit = context.constant(Long.SIZE, TOO_LARGE);
            IrValue wide = builder.integerCast(size, context.integer(Long.SIZE), true);
            // unsigned, since a negative size that is cut off is one too
            IrValue tooLarge = builder.compare(Comparison.BELOW, limit, wide, "");
            fitting = builder.select(tooLarge, limit, wide, "");
        }
        return builder.integerCast(fitting, context.integer(Integer.SIZE), true);
    }

    /** Returns three sizes in one value. */
    public static IrValue aggregate(List<IrValue> sizes, IrContext context, IrBuilder builder) {
        IrType type = context.integer(Integer.SIZE);
        if (sizes.stream().allMatch(IrValue::isConstantInteger)) {
            return context.constantArray(type, sizes);
        }
        IrValue aggregate = context.poison(context.array(type, sizes.size()));
        for (int i = 0; i < sizes.size(); i++) {
            aggregate = builder.insert(aggregate, sizes.get(i), i);
        }
        return aggregate;
    }

    private static @Nullable IrValue anyBelowOne(List<IrValue> sizes, IrContext context, IrBuilder builder) {
        IrValue any = null;
        for (IrValue size : sizes) {
            IrValue one = context.constant(size.type().integerBits(), 1);
            IrValue below = builder.compare(Comparison.LESS, size, one, "");
            any = any == null ? below : builder.or(any, below);
        }
        return any;
    }
}
