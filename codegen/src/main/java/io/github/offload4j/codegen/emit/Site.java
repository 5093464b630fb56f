package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One offload site: its argument arrays, and the runtime calls that take them. */
public final class Site {
    private static final List<Phase> ALL_PHASES = List.of(Phase.BEGIN, Phase.KERNEL, Phase.END);
    private static final List<Phase> MAPPING_PHASES = List.of(Phase.BEGIN, Phase.END);

    private final Emission emission;
    private final List<Argument> arguments;
    private final List<ArgumentLabel> labels;
    private final Usage usage;
    private final Device device;
    private final IrFunction function;
    private final Optional<SourceLocation> location;
    private final IrValue ident;
    private final IrValue names;
    private final IrValue deviceNumber;
    private final ArgumentArrays arrays;
    private final Map<Integer, IrValue> devicePointers = new TreeMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final SiteRecord record;
    private List<ArgumentArrays.Stores> stores = List.of();
    private @Nullable KernelArguments kernelArguments;
    private ArgumentArrays.@Nullable Addresses addresses;

    private Site(
            Emission emission,
            SiteRequest request,
            boolean mappedOnly,
            Usage usage,
            boolean launches,
            IrBuilder builder) {
        emission.begin();
        this.emission = emission;
        List<Argument> all = request.arguments();
        List<Integer> kept = IntStream.range(0, all.size())
                .filter(i -> !mappedOnly || all.get(i).passing().kind() == Passing.Kind.MAPPED)
                .boxed()
                .toList();
        this.arguments = kept.stream().map(all::get).toList();
        this.labels = kept.stream().map(i -> ArgumentRules.label(all, i)).toList();
        this.usage = usage;
        this.device = request.device();
        this.function = builder.function();
        this.location = request.location().or(builder::sourceLocation);
        boolean rustc = emission.conventions().rustc();
        this.ident = rustc ? emission.idents().unknown() : emission.idents().at(location, function.name());
        this.deviceNumber = new DeviceNumber(emission).forData(device, builder);
        this.arrays = rustc ? reserveThenConvert(request, builder) : convertThenReserve(request, launches, builder);
        this.record = emission.record(new SiteRecord(
                request, function, location, deviceNumber, usage == Usage.RETURNED, entries(), arrays.slots()));
        this.names =
                rustc ? emission.context().nullPointer() : emission.names().of(request.name(), slotLabels(), location);
    }

    /**
     * Checks a site for launches without emitting anything.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when an argument or the device breaks a rule
     */
    public static void checkForLaunch(Emission emission, SiteRequest request, IrBuilder builder) {
        emission.rules().checkForKernel(request.arguments(), builder.function());
        checkDevice(emission, request, builder);
    }

    /**
     * Checks a site for host calls without emitting anything.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when an argument or the device breaks a rule
     */
    public static void checkForHost(Emission emission, SiteRequest request, IrBuilder builder) {
        emission.rules().checkForHost(request.arguments(), builder.function());
        checkDevice(emission, request, builder);
    }

    /** Opens a site for launches: its data is mapped when this returns. */
    public static Site openForLaunch(Emission emission, SiteRequest request, IrBuilder builder) {
        checkForLaunch(emission, request, builder);
        return begun(new Site(emission, request, false, Usage.LAUNCHED, false, builder), builder);
    }

    /** Opens a site for a launch that follows: its data is mapped when this returns. */
    public static Site openForOneLaunch(Emission emission, SiteRequest request, IrBuilder builder) {
        checkForLaunch(emission, request, builder);
        return begun(new Site(emission, request, false, Usage.LAUNCHED, true, builder), builder);
    }

    private static Site begun(Site site, IrBuilder builder) {
        site.data(Phase.BEGIN, builder);
        return site;
    }

    /** Opens a site whose one launch maps and unmaps: nothing is mapped when this returns. */
    public static Site openFused(Emission emission, SiteRequest request, IrBuilder builder) {
        checkForLaunch(emission, request, builder);
        return new Site(emission, request, false, Usage.FUSED, true, builder);
    }

    /** Opens a site for host calls: its data is mapped, and the device addresses are known, when this returns. */
    public static Site openForHost(Emission emission, SiteRequest request, IrBuilder builder) {
        checkForHost(emission, request, builder);
        Usage usage = emission.conventions().rustc()
                        || emission.conventions().devicePointers() == DevicePointers.GET_MAPPED_PTR
                ? Usage.QUERIED
                : Usage.RETURNED;
        Site site = begun(new Site(emission, request, true, usage, false, builder), builder);
        site.fetchDevicePointers(builder);
        return site;
    }

    /**
     * Checks launch bounds without emitting anything.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when the runtime ABI has no such grids, or a size
     *     is not an integer of at most 64 bits
     */
    public static void checkBounds(LaunchBounds bounds, Emission emission, IrBuilder builder) {
        LaunchSizes.check(bounds, emission, builder.function());
    }

    private static void checkDevice(Emission emission, SiteRequest request, IrBuilder builder) {
        new DeviceNumber(emission).check(request.device(), builder.function());
    }

    /** rustc reserves its stack slots before it looks at the arguments; parity includes their order. */
    private ArgumentArrays reserveThenConvert(SiteRequest request, IrBuilder builder) {
        ArgumentArrays reserved;
        try (IrBuilder entry = builder.pastAllocas()) {
            List<SlotShape> shapes = emission.slots().shapes(arguments, labels, usage);
            reserved = new ArgumentArrays(emission, request.name(), shapes, phases(), entry);
            reserved.copyConstants(entry);
            if (usage == Usage.LAUNCHED) {
                kernelArguments = new KernelArguments(emission, entry);
            }
        }
        slots.addAll(emission.slots().build(arguments, labels, usage, builder));
        reserved.fill(slots, builder);
        return reserved;
    }

    private ArgumentArrays convertThenReserve(SiteRequest request, boolean launches, IrBuilder builder) {
        List<Phase> mapping = usage == Usage.FUSED ? List.of(Phase.KERNEL) : MAPPING_PHASES;
        List<Slot> converted = emission.slots().build(arguments, labels, usage, builder);
        ArgumentArrays reserved;
        if (emission.images().needBounds()) {
            try (IrBuilder entry = builder.pastAllocas()) {
                kernelArguments = new KernelArguments(emission, entry);
            }
            slots.add(SlotBuilder.boundsOf(kernelArguments));
        }
        Aliases.United united = new Aliases(emission.context()).unite(converted, mapping, builder);
        slots.addAll(united.slots());
        try (IrBuilder entry = builder.pastAllocas()) {
            List<SlotShape> shapes = slots.stream().map(Slot::shape).toList();
            reserved = new ArgumentArrays(emission, request.name(), shapes, phases(), entry);
            if (launches && kernelArguments == null) {
                kernelArguments = new KernelArguments(emission, entry);
            }
            reserved.copyConstants(entry);
        }
        stores = reserved.fill(slots, builder);
        IrValue beginTypes = reserved.mapTypes(mapping.get(0));
        IrValue endTypes = reserved.mapTypes(mapping.get(mapping.size() - 1));
        if (united.inLoop()) {
            emission.aliasUnion().call(slots.size(), reserved.addresses(builder), beginTypes, endTypes, builder);
        }
        if (emission.conventions().checkAliases() && Aliases.anyMayOverlap(slots)) {
            emission.aliasCheck()
                    .call(reserved.addresses(builder), beginTypes, function.name(), location, slotLabels(), builder);
        }
        return reserved;
    }

    private List<ArgumentLabel> slotLabels() {
        return slots.stream().map(Slot::label).toList();
    }

    private List<SiteRecord.Entry> entries() {
        List<SiteRecord.Entry> entries = new ArrayList<>(stores.size());
        for (int i = 0; i < stores.size(); i++) {
            Slot slot = slots.get(i);
            entries.add(new SiteRecord.Entry(
                    slot.label(),
                    stores.get(i).pointer(),
                    stores.get(i).size(),
                    slot.size() instanceof Size.Known known ? OptionalLong.of(known.bytes()) : OptionalLong.empty(),
                    slot.mapTypes().begin(),
                    slot.mapTypes().end(),
                    !slot.computedMapTypes().isEmpty()));
        }
        return entries;
    }

    private List<Phase> phases() {
        return usage == Usage.FUSED ? List.of(Phase.KERNEL) : ALL_PHASES;
    }

    private void data(Phase phase, IrBuilder builder) {
        boolean anyMapped = arguments.stream().anyMatch(a -> a.passing().kind() == Passing.Kind.MAPPED);
        if (usage != Usage.FUSED && (anyMapped || emission.conventions().rustc())) {
            addresses = arrays.addresses(builder);
            IrInstruction call = DataCall.emit(emission, phase, ident, deviceNumber, arrays, addresses, names, builder);
            if (phase == Phase.BEGIN) {
                record.begin(call);
            } else {
                record.end(call);
            }
        }
    }

    private void fetchDevicePointers(IrBuilder builder) {
        IrContext context = emission.context();
        IrValue number = null;
        for (int i = 0; i < arguments.size(); i++) {
            if (usage == Usage.RETURNED) {
                int slot = slots.size() - arguments.size() + i;
                IrValue pointer = arrays.loadBase(slot, deviceName(i), builder);
                devicePointers.put(i, pointer);
                record.devicePointer(slot, pointer);
                continue;
            }
            if (number == null) {
                number = emission.conventions().rustc()
                        ? context.constant(Integer.SIZE, RuntimeConstants.RUSTC_MAPPED_POINTER_DEVICE)
                        : builder.integerCast(deviceNumber, context.integer(Integer.SIZE), true);
            }
            devicePointers.put(i, ask(i, number, builder));
        }
    }

    /**
     * The runtime answers null where nothing is mapped: there are no devices, and the default device is not 0; or the array
     * has no elements. The data is on the host then, and so is the pointer.
     */
    private IrValue ask(int index, IrValue number, IrBuilder builder) {
        IrValue pointer = arguments.get(index).value();
        IrValue mapped =
                builder.call(emission.declarations().get(RuntimeFunction.MAPPED_POINTER), List.of(pointer, number), "");
        if (emission.conventions().rustc()) {
            return mapped;
        }
        IrValue missing =
                builder.compare(Comparison.EQUAL, mapped, emission.context().nullPointer(), "");
        return builder.select(missing, pointer, mapped, deviceName(index));
    }

    private String deviceName(int index) {
        String name = arguments.get(index).parameter().name();
        return name.isEmpty() ? "" : name + ".device";
    }

    /** Returns the device address of a mapped host pointer, or nothing when the site does not have it. */
    public Optional<IrValue> devicePointer(IrValue hostPointer) {
        for (Map.Entry<Integer, IrValue> known : devicePointers.entrySet()) {
            if (arguments.get(known.getKey()).value().equals(hostPointer)) {
                return Optional.of(known.getValue());
            }
        }
        return Optional.empty();
    }

    /**
     * Returns an address that tells which device the data is on: that of a mapped argument that is not empty. It is null
     * where there is none.
     */
    public IrValue deviceMemory(IrBuilder builder) {
        IrContext context = emission.context();
        IrValue memory = context.nullPointer();
        for (Map.Entry<Integer, IrValue> known : devicePointers.entrySet()) {
            Size size =
                    slots.get(slots.size() - arguments.size() + known.getKey()).size();
            IrValue pointer = known.getValue();
            if (!size.isComputed() && size.tableEntry() > 0) {
                return pointer;
            }
            if (size.isComputed()) {
                IrValue bytes = size.value(context, builder);
                IrValue some = builder.compare(Comparison.NOT_EQUAL, bytes, context.constant(Long.SIZE, 0), "");
                memory = builder.select(some, pointer, memory, "");
            }
        }
        return memory;
    }

    /** Returns whether device addresses can be had from this site. */
    public boolean hasDevicePointers() {
        return usage == Usage.RETURNED || usage == Usage.QUERIED;
    }

    /**
     * Checks that a builder stands where the site's stack slots are.
     *
     * @throws OffloadException when it stands in another function
     */
    public void requireSameFunction(IrBuilder builder) {
        if (!builder.function().value().equals(function.value())) {
            throw new OffloadException(
                    Reason.POSITION,
                    "the region was opened in function '" + function.name() + "', the builder stands in '"
                            + builder.function().name() + "'");
        }
    }

    /**
     * Launches a kernel on the site's arguments.
     *
     * @param bounds what {@link #checkBounds} lets pass
     * @param fallback what to call when the runtime refuses, or nothing
     */
    public void launch(String kernel, LaunchBounds bounds, Optional<IrFunction> fallback, IrBuilder builder) {
        IrValue regionId = emission.entries().regionId(kernel, parameterTypes());
        if (kernelArguments == null) {
            try (IrBuilder entry = builder.pastAllocas()) {
                kernelArguments = new KernelArguments(emission, entry);
            }
        }
        LaunchSizes sizes = LaunchSizes.of(bounds, emission, builder);
        ArgumentArrays.Addresses at = addresses == null ? arrays.addresses(builder) : addresses;
        // The begin call of a site with device addresses has overwritten the bases, and the runtime would add the
        // difference between the two arrays to what the kernel gets.
        IrValue bases = usage == Usage.RETURNED ? at.begins() : at.bases();
        kernelArguments.fill(
                emission.images().kernelArgumentsVersion(),
                new KernelArguments.Arrays(
                        arrays.count(), bases, at.begins(), at.sizes(), arrays.mapTypes(Phase.KERNEL), names),
                sizes,
                builder);
        IrValue result = call(regionId, kernelArguments, sizes, builder);
        record.launch(kernel, result);
        handleRefusal(result, kernel, fallback, builder);
    }

    private IrValue call(IrValue regionId, KernelArguments struct, LaunchSizes sizes, IrBuilder builder) {
        List<IrValue> values = new ArrayList<>(List.of(
                ident,
                new DeviceNumber(emission).forLaunch(device, deviceNumber, builder),
                sizes.teams(),
                sizes.threads(),
                regionId,
                struct.address()));
        IrValue empty = sizes.empty();
        if (empty == null) {
            return builder.call(emission.declarations().get(RuntimeFunction.TARGET_KERNEL), values, "");
        }
        values.add(empty);
        return builder.call(emission.guardedLaunch().get(), values, "");
    }

    private void handleRefusal(IrValue result, String kernel, Optional<IrFunction> fallback, IrBuilder builder) {
        if (fallback.isPresent()) {
            List<IrValue> originals = arguments.stream().map(Argument::value).toList();
            emission.launchCheck().callUnlessLaunched(result, fallback.get(), originals, builder);
        } else if (emission.conventions().launchFailure() != LaunchFailure.IGNORE
                && emission.hostVersions().has(kernel)) {
            IrFunction host = emission.hostVersions().get(kernel, slots);
            List<IrValue> values = slots.stream().map(Slot::base).toList();
            emission.launchCheck().computeUnlessLaunched(result, kernel, host, values, builder);
        } else if (emission.conventions().launchFailure() == LaunchFailure.ABORT) {
            emission.launchCheck().abortUnlessLaunched(result, kernel, function.name(), location, builder);
        }
    }

    private List<String> parameterTypes() {
        return arguments.stream().map(a -> a.value().type().toString()).toList();
    }

    /** Copies back and unmaps. */
    public void end(IrBuilder builder) {
        data(Phase.END, builder);
    }
}
