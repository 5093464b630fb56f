package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code .resident_baseptrs}, {@code .resident_ptrs}, {@code .resident_sizes} and {@code .resident_maptypes}: what a
 * function keeps of the data that it maps and unmaps away from sites. An entry of the last holds the map type that unmaps
 * the data, and LITERAL, which the runtime passes over, while the data is not mapped.
 */
final class ResidentArrays {
    /** The map type of an entry that the runtime passes over. */
    static final MapType ABSENT = MapType.of(MapFlag.LITERAL);

    private static final int ALIGNMENT = 8;

    private final IrContext context;
    private final IrType pointers;
    private final IrType integers;
    private final IrValue bases;
    private final IrValue begins;
    private final IrValue sizes;
    private final @Nullable IrValue constantDevice;
    private final @Nullable IrValue device;
    private final @Nullable IrValue mapTypes;

    /**
     * Reserves the arrays.
     *
     * @param known the device number, when it is a constant
     * @param dynamic the entries whose state the program has to remember
     */
    ResidentArrays(IrFunction function, IrContext context, int count, Optional<IrValue> known, List<Integer> dynamic) {
        this.context = context;
        this.constantDevice = known.orElse(null);
        this.pointers = context.array(context.pointer(), count);
        this.integers = context.array(context.integer(Long.SIZE), count);
        try (IrBuilder builder = IrBuilder.before(function.blocks().get(0).pastAllocas(), context)) {
            bases = builder.alloca(pointers, ".resident_baseptrs", ALIGNMENT);
            begins = builder.alloca(pointers, ".resident_ptrs", ALIGNMENT);
            sizes = builder.alloca(integers, ".resident_sizes", ALIGNMENT);
            device = known.isPresent()
                    ? null
                    : builder.alloca(context.integer(Long.SIZE), ".resident_device", ALIGNMENT);
            mapTypes = dynamic.isEmpty() ? null : builder.alloca(integers, ".resident_maptypes", ALIGNMENT);
            for (int entry : dynamic) {
                setMapType(entry, constant(ABSENT), builder);
            }
        }
    }

    IrValue constant(MapType type) {
        return context.constant(Long.SIZE, type.bits());
    }

    /** Keeps where data is. */
    void keep(int entry, IrValue pointer, IrValue bytes, IrBuilder builder) {
        builder.store(pointer, bases(entry, builder), ALIGNMENT);
        builder.store(pointer, begins(entry, builder), ALIGNMENT);
        builder.store(bytes, sizes(entry, builder), ALIGNMENT);
    }

    void keepDevice(IrValue number, IrBuilder builder) {
        if (device != null) {
            builder.store(number, device, ALIGNMENT);
        }
    }

    IrValue device(IrBuilder builder) {
        return constantDevice != null
                ? constantDevice
                : builder.load(context.integer(Long.SIZE), Objects.requireNonNull(device), ALIGNMENT, "");
    }

    void setMapType(int entry, IrValue type, IrBuilder builder) {
        builder.store(type, mapTypes(entry, builder), ALIGNMENT);
    }

    IrValue mapType(int entry, IrBuilder builder) {
        return builder.load(context.integer(Long.SIZE), mapTypes(entry, builder), ALIGNMENT, "");
    }

    /** Returns whether data is mapped, as the program finds. */
    IrValue isMapped(int entry, IrBuilder builder) {
        return builder.compare(Comparison.NOT_EQUAL, mapType(entry, builder), constant(ABSENT), "");
    }

    /** Returns what the begin call has left for an entry. */
    IrValue devicePointer(int entry, IrBuilder builder) {
        return builder.load(context.pointer(), bases(entry, builder), ALIGNMENT, "");
    }

    IrValue bases(int entry, IrBuilder builder) {
        return element(pointers, bases, entry, builder);
    }

    IrValue begins(int entry, IrBuilder builder) {
        return element(pointers, begins, entry, builder);
    }

    IrValue sizes(int entry, IrBuilder builder) {
        return element(integers, sizes, entry, builder);
    }

    IrValue mapTypes(int entry, IrBuilder builder) {
        if (mapTypes == null) {
            throw new IllegalStateException("no state is kept");
        }
        return element(integers, mapTypes, entry, builder);
    }

    private static IrValue element(IrType array, IrValue address, int index, IrBuilder builder) {
        return index == 0 ? address : builder.elementAddress(array, address, index, "");
    }
}
