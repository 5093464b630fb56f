package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.LaunchForm;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What was emitted for a site, for those who change it afterwards. The instructions are as they were emitted; whether they
 * are still there is for the reader to find out.
 */
public final class SiteRecord {
    /**
     * One entry of the site's arrays.
     *
     * @param label what messages and reports call the argument
     * @param base what the base array holds
     * @param pointer stores the pointer
     * @param size stores the size, when the program computes it
     * @param bytes the size, when it is known
     * @param mapTypes the map types
     * @param computedMapTypes those that the program computes, in place of the others
     */
    public record Entry(
            ArgumentLabel label,
            IrValue base,
            IrInstruction pointer,
            Optional<IrInstruction> size,
            OptionalLong bytes,
            MapTypes mapTypes,
            Map<Phase, IrValue> computedMapTypes) {
        /** Returns the map type in the begin call. */
        public MapType begin() {
            return mapTypes.begin();
        }

        /** Returns the map type in the end call. */
        public MapType end() {
            return mapTypes.end();
        }

        /** Returns how many bytes are mapped, an i64. */
        public IrValue bytes(IrContext context) {
            return size.map(store -> store.operand(0))
                    .orElseGet(() -> context.constant(Long.SIZE, bytes.orElseThrow()));
        }

        /** Returns whether the program changes a map type. */
        public boolean computed() {
            return !computedMapTypes.isEmpty();
        }
    }

    /**
     * A launch.
     *
     * @param kernel the kernel's symbol
     * @param result what the runtime answers
     * @param form what it says of itself
     * @param count how many of the entries it takes
     * @param sizes what the runtime was told of the grid and the block
     */
    public record Launch(String kernel, IrValue result, LaunchForm form, int count, LaunchSizes sizes) {}

    private final String name;
    private final IrFunction function;
    private final Optional<SourceLocation> location;
    private final Device device;
    private final IrValue deviceNumber;
    private final Usage usage;
    private final List<Entry> entries;
    private final List<IrValue> arrays;
    private final boolean united;
    private final boolean deep;
    private final List<Launch> launches = new ArrayList<>();
    private final List<IrInstruction> ends = new ArrayList<>();
    private final Map<Integer, IrValue> devicePointers = new HashMap<>();
    private @Nullable IrInstruction begin;

    /**
     * Begins the record of a site.
     *
     * @param united whether a helper adds up the directions of entries on one memory
     * @param deep whether more travels than the arguments' own bytes
     */
    SiteRecord(
            SitePlan plan, SitePlace place, List<Entry> entries, List<IrValue> arrays, boolean united, boolean deep) {
        this.name = plan.name();
        this.function = place.function();
        this.location = place.location();
        this.device = plan.device();
        this.deviceNumber = place.device();
        this.usage = plan.usage();
        this.entries = List.copyOf(entries);
        this.arrays = arrays;
        this.united = united;
        this.deep = deep;
    }

    void begin(IrInstruction call) {
        begin = call;
    }

    void end(IrInstruction call) {
        ends.add(call);
    }

    void launch(Launch launch) {
        launches.add(launch);
    }

    void devicePointer(int entry, IrValue load) {
        devicePointers.put(entry, load);
    }

    /** Returns the callee's symbol, which the site's globals are named after. */
    public String name() {
        return name;
    }

    /** Returns the function that the site is in. */
    public IrFunction function() {
        return function;
    }

    /** Returns where the user wrote the site. */
    public Optional<SourceLocation> location() {
        return location;
    }

    /** Returns the device of every call of the site; where the program computes it, as the site's own code has it now. */
    public Device device() {
        return deviceNumber
                .asInstruction()
                .flatMap(DeviceNumber::computed)
                .<Device>map(Device.Computed::new)
                .orElse(device);
    }

    /** Returns whether the begin call writes device addresses into the base array. */
    public boolean isReturning() {
        return usage == Usage.RETURNED;
    }

    /** Returns whether the program gets device addresses. */
    public boolean hasDevicePointers() {
        return usage.hasDevicePointers();
    }

    /** Returns whether a helper adds up the directions of entries on one memory when the program runs. */
    public boolean isUnited() {
        return united;
    }

    /** Returns whether more travels than the bytes of the arguments themselves, of which the record does not speak. */
    public boolean isDeep() {
        return deep;
    }

    /** Returns the device number that every call gets. */
    public IrValue deviceNumber() {
        return deviceNumber;
    }

    /** Returns the entries of the site's arrays. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns the stack slots that hold the site's pointers and computed sizes for the runtime. */
    public List<IrValue> arrays() {
        return arrays;
    }

    /** Returns the begin call; a site that maps nothing has none. */
    public Optional<IrInstruction> begin() {
        return Optional.ofNullable(begin);
    }

    /** Returns the end calls, one for each way out of the site. */
    public List<IrInstruction> ends() {
        return List.copyOf(ends);
    }

    /** Returns the launches in the order in which they were emitted. */
    public List<Launch> launches() {
        return List.copyOf(launches);
    }

    /** Returns every instruction that the record speaks of. */
    public List<IrInstruction> instructions() {
        List<IrInstruction> instructions = new ArrayList<>(ends);
        begin().ifPresent(instructions::add);
        for (Entry entry : entries) {
            instructions.add(entry.pointer());
            entry.size().ifPresent(instructions::add);
        }
        List<IrValue> values = new ArrayList<>(arrays);
        values.addAll(devicePointers.values());
        deviceNumber.asInstruction().map(IrInstruction::value).ifPresent(values::add);
        launches.forEach(launch -> values.add(launch.result()));
        values.forEach(value -> instructions.add(new IrInstruction(value)));
        return instructions;
    }

    /** Returns what the program takes for the device address of an entry, when the begin call writes it. */
    public Optional<IrValue> devicePointer(int entry) {
        return Optional.ofNullable(devicePointers.get(entry));
    }
}
