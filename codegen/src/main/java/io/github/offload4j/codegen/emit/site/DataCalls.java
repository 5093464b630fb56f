package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.emit.global.ArgumentNames;
import io.github.offload4j.codegen.emit.global.ConstantTables;
import io.github.offload4j.codegen.emit.global.Globals;
import io.github.offload4j.codegen.emit.global.Ident;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.support.GuardedData;
import io.github.offload4j.codegen.emit.support.Pins;
import io.github.offload4j.codegen.emit.support.Support;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.Pinning;
import io.github.offload4j.codegen.signature.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of {@code __tgt_target_data_begin_mapper} and its like: those of sites, and those made of them afterwards. */
public final class DataCalls {
    private static final int DEVICE_ARGUMENT = 1;
    private static final int MAP_TYPES_ARGUMENT = 6;

    private final IrContext context;
    private final RuntimeDeclarations declarations;
    private final GuardedData guarded;
    private final Pins pins;
    private final Pinning pinning;
    private final Ident idents;
    private final ArgumentNames names;
    private final ConstantTables tables;
    private final DeviceNumber devices;
    private final MappedPointer mappedPointer;

    DataCalls(
            IrContext context,
            RuntimeDeclarations declarations,
            Support support,
            Pinning pinning,
            Globals globals,
            DeviceNumber devices) {
        this.context = context;
        this.declarations = declarations;
        this.guarded = support.guardedData();
        this.pins = support.pins();
        this.pinning = pinning;
        this.idents = globals.idents();
        this.names = globals.names();
        this.tables = globals.tables();
        this.devices = devices;
        this.mappedPointer = new MappedPointer(context, declarations);
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
     * Emits a call of a site that is being emitted.
     *
     * @param closes whether what it maps may be pinned until it is unmapped
     */
    IrInstruction emit(
            DataCall call,
            SitePlace place,
            IrValue names,
            ArgumentArrays arrays,
            ArgumentArrays.Addresses at,
            boolean closes,
            IrBuilder builder) {
        List<IrValue> arguments = List.of(
                place.ident(),
                place.device(),
                context.constant(Integer.SIZE, arrays.count()),
                at.bases(),
                at.begins(),
                at.sizes(),
                arrays.mapTypes(call.phase()),
                names,
                arrays.mappers());
        return call(call, arguments, Optional.empty(), closes, builder);
    }

    /** Emits a call, by way of a function that pins memory where that is wanted. */
    private IrInstruction call(
            DataCall call, List<IrValue> arguments, Optional<IrValue> needed, boolean closes, IrBuilder builder) {
        if (needed.isEmpty() && !pinning.isOn()) {
            return new IrInstruction(builder.call(declarations.get(call.function()), arguments, ""));
        }
        List<IrValue> all = new ArrayList<>(List.of(needed.orElseGet(() -> context.constant(1, 1))));
        all.addAll(arguments);
        IrFunction function = pinning.isOn()
                ? guarded.pinned(call.function(), closes ? pinning : Pinning.OFF)
                : guarded.get(call.function());
        return new IrInstruction(builder.call(function, all, ""));
    }

    /**
     * Emits a call for a site that was emitted before.
     *
     * @param site whose place the runtime's reports give
     * @param needed whether the call is to be made, when the program decides
     */
    public void emit(DataCall call, SiteRecord site, Data data, Optional<IrValue> needed, IrBuilder builder) {
        List<IrValue> arguments = List.of(
                idents.at(site.location(), site.function().name()),
                data.device(),
                context.constant(Integer.SIZE, data.count()),
                data.bases(),
                data.pointers(),
                data.sizes(),
                data.mapTypes(),
                names.of(site.name(), data.labels(), site.location()),
                context.nullPointer());
        call(call, arguments, needed, true, builder);
    }

    /** Returns the address of a constant table of map types. */
    public IrValue mapTypes(String site, DataCall call, long[] bits) {
        return tables.mapTypes(site, call.phase().suffix(), bits);
    }

    /** Returns the name of a stack slot for map types that the program computes. */
    public static String mapTypesName(DataCall call) {
        return ArgumentArrays.mapTypesName(call.phase());
    }

    /** Gives a data call other map types. */
    public void retype(IrInstruction call, IrValue mapTypes) {
        call.setOperand(ahead(call) + MAP_TYPES_ARGUMENT, mapTypes);
    }

    /** Returns the device number that a data call takes. */
    public static IrValue deviceOf(IrInstruction call) {
        return call.arguments().get(ahead(call) + DEVICE_ARGUMENT);
    }

    /** Returns how many arguments a call has in front of those of the runtime: a condition, or none. */
    private static int ahead(IrInstruction call) {
        return Helper.calledBy(call).isPresent() ? 1 : 0;
    }

    /** Makes a data call depend on a condition. */
    public void guard(IrInstruction emitted, DataCall call, IrValue needed) {
        if (ahead(emitted) > 0) {
            emitted.setOperand(0, needed);
            return;
        }
        List<IrValue> arguments = new ArrayList<>(List.of(needed));
        arguments.addAll(emitted.arguments());
        try (IrBuilder builder = IrBuilder.before(emitted, context)) {
            builder.call(guarded.get(call.function()), arguments, "");
        }
        emitted.erase();
    }

    /**
     * Pins what a site maps until a slot is given back, if it is large enough.
     *
     * @param slot of a pointer and an i64, zero when it holds nothing
     */
    public void pin(IrValue slot, IrValue pointer, IrValue bytes, IrBuilder builder) {
        builder.call(pins.pin(pinning.threshold().orElseThrow()), List.of(slot, pointer, bytes), "");
    }

    /** Gives such a slot back. */
    public void unpin(IrValue slot, IrBuilder builder) {
        builder.call(pins.unpin(), List.of(slot), "");
    }

    /** Returns the number of a device as an i64. */
    public IrValue deviceNumber(Device device, IrBuilder builder) {
        return devices.of(device, builder);
    }

    /**
     * Asks the runtime for the device address of a pointer that is mapped; the pointer itself when offloading is disabled.
     *
     * @param device the device number, an i64
     */
    public IrValue devicePointer(IrValue pointer, IrValue device, IrBuilder builder) {
        IrValue number = builder.integerCast(device, context.integer(Integer.SIZE), true);
        return mappedPointer.orHost(pointer, number, "", builder);
    }

    /** Returns the context that instructions are made in. */
    public IrContext context() {
        return context;
    }
}
