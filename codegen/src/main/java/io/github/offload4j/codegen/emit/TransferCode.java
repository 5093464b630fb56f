package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Emits and changes data calls of sites that were emitted before. */
public final class TransferCode {
    /** Where the map types stand among the arguments of a data call. */
    private static final int MAP_TYPES_ARGUMENT = 6;

    private static final int DEVICE_ARGUMENT = 1;

    private final Emission emission;
    private final GuardedData guarded;

    /** Emits into the module of an emission that is not finished. */
    public TransferCode(Emission emission) {
        this.emission = emission;
        this.guarded = new GuardedData(emission.module(), emission.declarations(), emission.helpers());
    }

    /** Returns the context that instructions are made in. */
    public IrContext context() {
        return emission.context();
    }

    /** Returns the address of a constant table of map types. */
    public IrValue mapTypes(String name, boolean begin, long[] bits) {
        return emission.tables().mapTypes(name, begin ? Phase.BEGIN : Phase.END, bits);
    }

    /** Gives a data call other map types. */
    public void retype(IrInstruction call, IrValue mapTypes) {
        call.setOperand(MAP_TYPES_ARGUMENT, mapTypes);
    }

    /** Returns the device number that a data call takes. */
    public static IrValue deviceOf(IrInstruction call) {
        return call.arguments().get(DEVICE_ARGUMENT);
    }

    /** Makes a data call depend on a condition. */
    public void guard(IrInstruction call, boolean begin, IrValue needed) {
        List<IrValue> arguments = new ArrayList<>(List.of(needed));
        arguments.addAll(call.arguments());
        try (IrBuilder builder = IrBuilder.before(call, emission.context())) {
            builder.call(guarded.get(function(begin)), arguments, "");
        }
        call.erase();
    }

    private static RuntimeFunction function(boolean begin) {
        return begin ? RuntimeFunction.DATA_BEGIN : RuntimeFunction.DATA_END;
    }

    /**
     * What a data call is about.
     *
     * @param device the device number
     * @param count how many entries there are
     * @param bases the base array
     * @param pointers the pointer array
     * @param sizes the sizes
     * @param mapTypes the map types
     * @param labels what the runtime's reports call the entries
     */
    public record Data(
            IrValue device,
            int count,
            IrValue bases,
            IrValue pointers,
            IrValue sizes,
            IrValue mapTypes,
            List<ArgumentLabel> labels) {}

    /**
     * Emits a data call.
     *
     * @param site whose place the runtime's reports give
     * @param needed whether the call is to be made, when the program decides
     */
    public void call(boolean begin, SiteRecord site, Data data, Optional<IrValue> needed, IrBuilder builder) {
        IrContext context = emission.context();
        IrFunction function = site.function();
        Optional<SourceLocation> location = site.location();
        List<IrValue> arguments = new ArrayList<>();
        needed.ifPresent(arguments::add);
        arguments.addAll(List.of(
                emission.idents().at(location, function.name()),
                data.device(),
                context.constant(Integer.SIZE, data.count()),
                data.bases(),
                data.pointers(),
                data.sizes(),
                data.mapTypes(),
                emission.names().of(site.name(), data.labels(), location),
                context.nullPointer()));
        builder.call(
                needed.isPresent()
                        ? guarded.get(function(begin))
                        : emission.declarations().get(function(begin)),
                arguments,
                "");
    }

    /** Returns the number of a device as an i64. */
    public IrValue deviceNumber(Device device, IrBuilder builder) {
        return new DeviceNumber(emission).forData(device, builder);
    }

    /**
     * Asks the runtime for the device address of a pointer that is mapped; the pointer itself when offloading is disabled.
     *
     * @param device the device number, an i64
     */
    public IrValue devicePointer(IrValue pointer, IrValue device, IrBuilder builder) {
        IrValue number = builder.integerCast(device, context().integer(Integer.SIZE), true);
        IrValue mapped =
                builder.call(emission.declarations().get(RuntimeFunction.MAPPED_POINTER), List.of(pointer, number), "");
        IrValue missing = builder.compare(Comparison.EQUAL, mapped, context().nullPointer(), "");
        return builder.select(missing, pointer, mapped, "");
    }
}
