package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.LaunchForm;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/**
 * {@code kernel_args}: the struct that {@code __tgt_target_kernel} takes. The runtime changes it, so each launch stores
 * every field.
 */
public final class KernelArguments {
    private final IrContext context;
    private final IrType type;
    private final IrValue address;

    /**
     * Reserves the struct.
     *
     * @param entry a builder behind the stack slots of the function's first block
     */
    public KernelArguments(IrContext context, RuntimeTypes types, IrBuilder entry) {
        this.context = context;
        this.type = types.of(StructLayout.KERNEL_ARGUMENTS);
        this.address = entry.alloca(type, "kernel_args", StructLayout.KERNEL_ARGUMENTS.alignment());
    }

    /**
     * What the fields about arguments hold: their number, and the addresses of six arrays.
     *
     * @param count how many entries there are
     * @param bases the base array
     * @param begins the pointer array
     * @param sizes the sizes
     * @param mapTypes the map types of the launch
     * @param names what reports call the entries, or null
     * @param mappers the functions that map entries, or null
     */
    public record Arrays(
            int count,
            IrValue bases,
            IrValue begins,
            IrValue sizes,
            IrValue mapTypes,
            IrValue names,
            IrValue mappers) {}

    /**
     * Stores every field, in the order of the struct.
     *
     * @param form what it says of itself and of the launch
     */
    public void fill(LaunchForm form, Arrays arrays, LaunchSizes sizes, IrBuilder builder) {
        List<IrValue> values = List.of(
                context.constant(Integer.SIZE, form.version()),
                context.constant(Integer.SIZE, arrays.count()),
                arrays.bases(),
                arrays.begins(),
                arrays.sizes(),
                arrays.mapTypes(),
                arrays.names(),
                arrays.mappers(),
                context.constant(Long.SIZE, RuntimeConstants.NO_TRIP_COUNT),
                context.constant(Long.SIZE, form.flags()),
                sizes.gridArray(),
                sizes.blockArray(),
                sizes.shared());
        List<StructLayout.Field> fields = StructLayout.KERNEL_ARGUMENTS.fields();
        for (int i = 0; i < fields.size(); i++) {
            StructLayout.Field field = fields.get(i);
            IrValue place = builder.elementAddress(type, address, i, field.name());
            builder.store(values.get(i), place, field.type().alignment());
        }
    }

    /** Returns the address of the struct. */
    public IrValue address() {
        return address;
    }
}
