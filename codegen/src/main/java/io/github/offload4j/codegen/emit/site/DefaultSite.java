package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Passing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A site with begin and end calls where it maps anything, and launches that are refused in a way that somebody notices. */
final class DefaultSite implements Site {
    private final DataCalls dataCalls;
    private final LaunchCode launches;
    private final IrContext context;
    private final SitePlan plan;
    private final SitePlace place;
    private final EntryTable table;
    private final Frame frame;
    private final IrValue names;
    private final boolean callsData;
    private final boolean pins;
    private final SiteRecord record;
    private final DevicePointers devicePointers;
    private ArgumentArrays.@Nullable Addresses addresses;

    /**
     * Makes a site whose memory is filled; nothing is called yet.
     *
     * @param callsData whether the site has begin and end calls
     * @param pins whether they may pin what they map
     */
    DefaultSite(
            SiteCode code,
            SitePlan plan,
            SitePlace place,
            SiteLayout.Laid laid,
            IrValue names,
            boolean callsData,
            boolean pins,
            SiteRecord record) {
        this.dataCalls = code.dataCalls();
        this.launches = code.launches();
        this.context = code.context();
        this.plan = plan;
        this.place = place;
        this.table = laid.table();
        this.frame = laid.frame();
        this.names = names;
        this.callsData = callsData;
        this.pins = pins;
        this.record = record;
        this.devicePointers = new DevicePointers(plan.arguments());
    }

    void begin(IrBuilder builder) {
        call(DataCall.BEGIN, builder).ifPresent(record::begin);
    }

    @Override
    public void end(IrBuilder builder) {
        call(DataCall.END, builder).ifPresent(record::end);
    }

    private Optional<IrInstruction> call(DataCall call, IrBuilder builder) {
        if (!callsData) {
            return Optional.empty();
        }
        addresses = frame.arrays().addresses(builder);
        return Optional.of(dataCalls.emit(call, place, names, frame.arrays(), addresses, pins, builder));
    }

    /** Reads the device addresses that the begin call has left in the base array. */
    void readDevicePointers(IrBuilder builder) {
        for (int i = 0; i < plan.arguments().size(); i++) {
            int entry = table.placeOf(i);
            IrValue pointer = frame.arrays().loadBase(entry, devicePointers.name(i), builder);
            devicePointers.put(i, pointer);
            record.devicePointer(entry, pointer);
        }
    }

    /** Notes the device addresses that somebody asks the runtime for. */
    void askForDevicePointers(Question question, IrBuilder builder) {
        for (int i = 0; i < plan.arguments().size(); i++) {
            Argument argument = plan.arguments().get(i);
            String name = devicePointers.name(i);
            boolean section =
                    argument.passing() instanceof Passing.Mapped mapped && mapped.extent() instanceof Extent.Section;
            devicePointers.put(
                    i,
                    section
                            ? askForSection(table.entries().get(table.placeOf(i)), name, question, builder)
                            : question.ask(argument.value(), name));
        }
    }

    /** The runtime knows where a section begins, which need not be where its argument points. */
    private IrValue askForSection(Entry entry, String name, Question question, IrBuilder builder) {
        if (entry.pointer().equals(entry.base())) {
            return question.ask(entry.pointer(), name);
        }
        IrValue begin = question.ask(entry.pointer(), "");
        IrValue back = builder.distance(entry.pointer(), entry.base());
        return builder.offsetAddress(context.integer(Byte.SIZE), begin, back, name);
    }

    /** Emits a question for the device address of a pointer, and gives the answer a name. */
    interface Question {
        IrValue ask(IrValue pointer, String name);
    }

    @Override
    public Optional<IrValue> devicePointer(IrValue hostPointer) {
        return devicePointers.of(hostPointer);
    }

    /** Returns the address of a mapped argument that is not empty. */
    @Override
    public IrValue deviceMemory(IrBuilder builder) {
        return devicePointers.any(table, context, builder);
    }

    @Override
    public boolean hasDevicePointers() {
        return plan.usage().hasDevicePointers();
    }

    @Override
    public IrFunction function() {
        return place.function();
    }

    @Override
    public void launch(LaunchPlan launch, IrBuilder builder) {
        IrValue regionId = launches.regionId(launch, plan);
        KernelArguments struct = frame.kernelArguments(builder);
        LaunchSizes sizes = launches.sizes(launch, builder);
        ArgumentArrays arrays = frame.arrays();
        ArgumentArrays.Addresses at = addresses == null ? arrays.addresses(builder) : addresses;
        // The begin call of a site with device addresses has overwritten the bases, and the runtime would add the
        // difference between the two arrays to what the kernel gets.
        IrValue bases = plan.usage() == Usage.RETURNED ? at.begins() : at.bases();
        // what members point to is mapped by the call before the launch, where there is one
        int count = callsData ? table.passed() : table.launched();
        KernelArguments.Arrays passed = new KernelArguments.Arrays(
                count, bases, at.begins(), at.sizes(), arrays.mapTypes(Phase.KERNEL), names, arrays.mappers());
        IrValue result = launches.emit(regionId, plan, place, struct, passed, sizes, builder);
        record.launch(new SiteRecord.Launch(launch.request().kernel(), result, launches.form(), count, sizes));
        launches.handleRefusal(result, launch, plan, place, struct, table, builder);
    }
}
