package io.github.offload4j.codegen.emit.preset;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.site.KernelArguments;
import io.github.offload4j.codegen.emit.site.LaunchPlan;
import io.github.offload4j.codegen.emit.site.LaunchSizes;
import io.github.offload4j.codegen.emit.site.Site;
import io.github.offload4j.codegen.emit.site.SitePlan;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.LaunchBounds.SharedMemory;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A site as rustc emits it, instruction by instruction and in its order, with what is odd about it: stack slots before any
 * argument is looked at, addresses that are computed again for each call, addresses of scalars that nobody reads, one source
 * location for all, device 0 in questions and the default one around a launch on another, and nothing done about a refusal.
 */
final class RustcSite implements Site {
    /** Of every array and every element, in bytes. */
    private static final int ALIGNMENT = 8;

    private static final MapType SCALAR = MapType.of(MapFlag.LITERAL, MapFlag.IMPLICIT);
    private static final MapType TARGET_PARAM = MapType.of(MapFlag.TARGET_PARAM);

    private final RustcPreset preset;
    private final IrContext context;
    private final SitePlan plan;
    private final IrFunction function;
    private final List<Argument> arguments;
    private final IrType pointers;
    private final IrType integers;

    private final IrValue constantSizes;
    private final IrValue beginTypes;
    private final IrValue kernelTypes;
    private final IrValue endTypes;

    private final IrValue bases;
    private final IrValue begins;
    private final @Nullable IrValue computedSizes;
    private final @Nullable KernelArguments kernelArguments;
    private final Map<IrValue, IrValue> devicePointers = new LinkedHashMap<>();

    private @Nullable Addresses addresses;

    /** Opens a site: reserves, converts, stores, begins, and asks for device addresses where it is for host calls. */
    static RustcSite open(RustcPreset preset, SitePlan plan, IrBuilder builder) {
        RustcSite site;
        try (IrBuilder entry = builder.pastAllocas()) {
            site = new RustcSite(preset, plan, builder.function(), entry);
        }
        site.fill(builder);
        site.begin(builder);
        if (plan.hasDevicePointers()) {
            site.askForDevicePointers(builder);
        }
        return site;
    }

    /** The tables, and then the stack slots: two arrays, the sizes where one is computed, and {@code kernel_args}. */
    private RustcSite(RustcPreset preset, SitePlan plan, IrFunction function, IrBuilder entry) {
        this.preset = preset;
        this.context = preset.context();
        this.plan = plan;
        this.function = function;
        this.arguments = plan.arguments();
        this.pointers = context.array(context.pointer(), arguments.size());
        this.integers = context.array(context.integer(Long.SIZE), arguments.size());

        this.constantSizes = preset.globals()
                .tables()
                .sizes(
                        plan.name(),
                        arguments.stream().mapToLong(this::knownBytes).toArray());
        this.beginTypes = mapTypes("begin", RustcSite::beginType);
        this.kernelTypes = mapTypes("kernel", RustcSite::kernelType);
        this.endTypes = mapTypes("end", RustcSite::endType);

        this.bases = entry.alloca(pointers, ".offload_baseptrs", ALIGNMENT);
        this.begins = entry.alloca(pointers, ".offload_ptrs", ALIGNMENT);
        if (arguments.stream().anyMatch(argument -> count(argument).isPresent())) {
            this.computedSizes = entry.alloca(integers, ".offload_sizes", ALIGNMENT);
            entry.copy(computedSizes, constantSizes, (long) arguments.size() * Long.BYTES);
        } else {
            this.computedSizes = null;
        }
        this.kernelArguments = plan.hasDevicePointers() ? null : new KernelArguments(context, preset.types(), entry);
    }

    private IrValue mapTypes(String call, Function<Argument, MapType> type) {
        return preset.globals()
                .tables()
                .mapTypes(
                        plan.name(),
                        call,
                        arguments.stream()
                                .mapToLong(argument -> type.apply(argument).bits())
                                .toArray());
    }

    private static MapType beginType(Argument argument) {
        return argument.passing() instanceof Passing.Mapped mapped
                ? mapped.access().mapType().and(MapType.of(MapFlag.TO))
                : SCALAR;
    }

    private static MapType kernelType(Argument argument) {
        return argument.passing() instanceof Passing.Mapped ? TARGET_PARAM : SCALAR.or(TARGET_PARAM);
    }

    private static MapType endType(Argument argument) {
        return argument.passing() instanceof Passing.Mapped mapped
                ? mapped.access().mapType().without(MapType.of(MapFlag.TO))
                : MapType.NONE;
    }

    /** Returns what the table of sizes holds: 0 where the program computes a size. */
    private long knownBytes(Argument argument) {
        if (!(argument.passing() instanceof Passing.Mapped mapped)) {
            return (argument.value().type().scalarBits() + 7L) / 8;
        }
        return mapped.extent() instanceof Extent.Count
                ? 0
                : preset.extents().elementBytes(mapped.extent(), plan.name());
    }

    private static Optional<Extent.Count> count(Argument argument) {
        return argument.passing() instanceof Passing.Mapped mapped && mapped.extent() instanceof Extent.Count count
                ? Optional.of(count)
                : Optional.empty();
    }

    /** Converts every argument, and stores them all after that. */
    private void fill(IrBuilder builder) {
        List<IrValue> values = new ArrayList<>(arguments.size());
        List<IrValue> places = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            IrValue value = argument.value();
            IrValue address = value;
            if (!(argument.passing() instanceof Passing.Mapped)) {
                try (IrBuilder entry = builder.pastAllocas()) {
                    address = entry.alloca(context.integer(Long.SIZE), "addr", ALIGNMENT);
                }
                value = widen(value, builder);
                builder.store(value, address, ALIGNMENT);
            }
            values.add(value);
            places.add(sameAddress(address, builder));
        }
        for (int i = 0; i < arguments.size(); i++) {
            builder.store(values.get(i), builder.elementAddress(pointers, bases, i, ""), ALIGNMENT);
            builder.store(places.get(i), builder.elementAddress(pointers, begins, i, ""), ALIGNMENT);
            Optional<Extent.Count> count = count(arguments.get(i));
            if (computedSizes != null && count.isPresent()) {
                IrValue place = builder.elementAddress(integers, computedSizes, i, "");
                builder.store(bytes(count.get(), builder), place, ALIGNMENT);
            }
        }
    }

    private IrValue widen(IrValue value, IrBuilder builder) {
        int bits = value.type().scalarBits();
        IrValue integer = builder.bitCast(value, context.integer(bits));
        return bits == Long.SIZE ? integer : builder.zeroExtend(integer, context.integer(Long.SIZE));
    }

    /** An address computation that computes nothing. */
    private IrValue sameAddress(IrValue address, IrBuilder builder) {
        return builder.offsetAddress(context.floatType(), address, context.constant(Integer.SIZE, 0), "");
    }

    private IrValue bytes(Extent.Count count, IrBuilder builder) {
        IrValue wide = builder.integerCast(count.count(), context.integer(Long.SIZE), false);
        return builder.multiply(
                wide, context.constant(Long.SIZE, preset.extents().elementBytes(count, plan.name())));
    }

    /** What a call takes: the addresses of the first elements, computed for it. */
    private record Addresses(IrValue bases, IrValue begins, IrValue sizes) {}

    private Addresses addresses(IrBuilder builder) {
        return new Addresses(
                builder.elementAddress(pointers, bases, 0, ""),
                builder.elementAddress(pointers, begins, 0, ""),
                computedSizes == null ? constantSizes : builder.elementAddress(integers, computedSizes, 0, ""));
    }

    /** rustc calls begin and end for nothing too; a launch that nothing is to be mapped for is ours. */
    private void begin(IrBuilder builder) {
        if (!plan.launchMaps()) {
            addresses = call(RuntimeFunction.DATA_BEGIN, beginTypes, builder);
        }
    }

    /** Asks device 0, whatever the site's is. */
    private void askForDevicePointers(IrBuilder builder) {
        IrValue first = context.constant(Integer.SIZE, RuntimeConstants.RUSTC_MAPPED_POINTER_DEVICE);
        IrFunction question = preset.declarations().get(RuntimeFunction.MAPPED_POINTER);
        for (Argument argument : arguments) {
            devicePointers.putIfAbsent(argument.value(), builder.call(question, List.of(argument.value(), first), ""));
        }
    }

    @Override
    public void launch(LaunchPlan launch, IrBuilder builder) {
        IrValue regionId =
                preset.globals().kernels().regionId(launch.request().kernel(), plan.parameterTypes(preset.extents()));
        LaunchSizes sizes = sizes(launch.request().bounds(), builder);
        Addresses at = addresses == null ? addresses(builder) : addresses;
        KernelArguments struct = Objects.requireNonNull(kernelArguments, "a site for host calls launches nothing");
        struct.fill(
                preset.globals().images().launchForm(),
                new KernelArguments.Arrays(
                        arguments.size(),
                        at.bases(),
                        at.begins(),
                        at.sizes(),
                        kernelTypes,
                        context.nullPointer(),
                        context.nullPointer()),
                sizes,
                builder);
        List<IrValue> values = List.of(
                preset.ident(), launchDevice(builder), sizes.teams(), sizes.threads(), regionId, struct.address());
        builder.call(preset.declarations().get(RuntimeFunction.TARGET_KERNEL), values, "");
    }

    /** The scalars beside the grid and the block are products of all three. */
    private LaunchSizes sizes(LaunchBounds bounds, IrBuilder builder) {
        List<IrValue> grid = sizes(bounds.grid(), builder);
        List<IrValue> block = sizes(bounds.block(), builder);
        return new LaunchSizes(
                product(grid, builder),
                product(block, builder),
                grid,
                block,
                LaunchSizes.aggregate(grid, context, builder),
                LaunchSizes.aggregate(block, context, builder),
                bounds.shared() instanceof SharedMemory.Computed shared
                        ? narrow(shared.bytes(), builder)
                        : context.constant(Integer.SIZE, ((SharedMemory.Constant) bounds.shared()).bytes()),
                null);
    }

    private List<IrValue> sizes(Dimensions dimensions, IrBuilder builder) {
        List<IrValue> sizes = new ArrayList<>();
        for (Dimension dimension : dimensions.toList()) {
            sizes.add(
                    dimension instanceof Dimension.Computed computed
                            ? narrow(computed.size(), builder)
                            : context.constant(Integer.SIZE, ((Dimension.Constant) dimension).size()));
        }
        return List.copyOf(sizes);
    }

    private IrValue narrow(IrValue size, IrBuilder builder) {
        return builder.integerCast(size, context.integer(Integer.SIZE), true);
    }

    private static IrValue product(List<IrValue> sizes, IrBuilder builder) {
        return builder.multiply(builder.multiply(sizes.get(0), sizes.get(1)), sizes.get(2));
    }

    private IrValue launchDevice(IrBuilder builder) {
        Device device = plan.device();
        if (device instanceof Device.Computed computed) {
            return builder.integerCast(computed.number(), context.integer(Long.SIZE), true);
        }
        return device instanceof Device.Numbered numbered
                ? context.constant(Long.SIZE, numbered.number())
                : defaultDevice();
    }

    private IrValue defaultDevice() {
        return context.constant(Long.SIZE, RuntimeConstants.DEFAULT_DEVICE);
    }

    @Override
    public void end(IrBuilder builder) {
        if (!plan.launchMaps()) {
            call(RuntimeFunction.DATA_END, endTypes, builder);
        }
    }

    private Addresses call(RuntimeFunction call, IrValue mapTypes, IrBuilder builder) {
        Addresses at = addresses(builder);
        List<IrValue> values = List.of(
                preset.ident(),
                defaultDevice(),
                context.constant(Integer.SIZE, arguments.size()),
                at.bases(),
                at.begins(),
                at.sizes(),
                mapTypes,
                context.nullPointer(),
                context.nullPointer());
        builder.call(preset.declarations().get(call), values, "");
        return at;
    }

    @Override
    public boolean hasDevicePointers() {
        return plan.hasDevicePointers();
    }

    @Override
    public Optional<IrValue> devicePointer(IrValue hostPointer) {
        return Optional.ofNullable(devicePointers.get(hostPointer));
    }

    /** Nobody waits for a device. */
    @Override
    public IrValue deviceMemory(IrBuilder builder) {
        return context.nullPointer();
    }

    @Override
    public IrFunction function() {
        return function;
    }
}
