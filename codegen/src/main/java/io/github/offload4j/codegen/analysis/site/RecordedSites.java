package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.analysis.site.TableEntry.Mapper;
import io.github.offload4j.codegen.emit.site.Phase;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sites of one function by the records of what was emitted: the same as {@link SiteReader} reads from the IR, and much
 * cheaper.
 */
public final class RecordedSites {
    /** Where the array of pointers stands among those that a site reserves. */
    private static final int POINTERS = 1;

    private final FunctionFacts facts;
    private final EntryNames names;

    /** Tells the sites of a function, of which nothing was changed since they were emitted. */
    @SuppressWarnings("exports") // for the checks of this library
    public RecordedSites(FunctionFacts facts) {
        this.facts = facts;
        this.names = new EntryNames(facts);
    }

    /** Returns whether a record tells all; what a helper changes when the program runs has to be read. */
    @SuppressWarnings("exports")
    public static boolean isTold(SiteRecord record) {
        return !record.isUnited();
    }

    /** Returns the site that a record is of. */
    @SuppressWarnings("exports")
    public OffloadSite site(SiteRecord record) {
        Quantity device = facts.numbers().of(record.deviceNumber());
        List<RuntimeCall> calls = new ArrayList<>();
        record.begin().ifPresent(begin -> calls.add(call(RuntimeCall.Kind.BEGIN, begin, record, device)));
        record.ends().forEach(end -> calls.add(call(RuntimeCall.Kind.END, end, record, device)));
        List<Launch> launches = new ArrayList<>();
        record.launches().forEach(launch -> launches.add(launch(launch, record, device)));
        if (!record.hasDevicePointers() || record.begin().isEmpty()) {
            OffloadSite.Mode mode = launches.isEmpty() ? OffloadSite.Mode.REGION : OffloadSite.Mode.KERNEL;
            return new OffloadSite(mode, calls, launches, List.of(), List.of());
        }
        DevicePointerFinder finder = new DevicePointerFinder(facts);
        List<DevicePointer> pointers = finder.pointers(calls.get(0));
        List<HostCall> hostCalls = finder.calls(pointers);
        OffloadSite.Mode mode = hostCalls.isEmpty() ? OffloadSite.Mode.REGION : OffloadSite.Mode.HOST;
        return new OffloadSite(mode, calls, launches, hostCalls, pointers);
    }

    private RuntimeCall call(RuntimeCall.Kind kind, IrInstruction call, SiteRecord record, Quantity device) {
        return call(kind, call, record, device, record.entries().size());
    }

    private RuntimeCall call(RuntimeCall.Kind kind, IrInstruction call, SiteRecord record, Quantity device, int count) {
        Phase phase = phase(kind, record);
        List<TableEntry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(entry(record.entries().get(i), i, phase));
        }
        return new RuntimeCall(
                kind,
                call,
                facts.function(),
                record.location(),
                device,
                new Quantity.Known(count),
                Optional.of(new Address(record.arrays().get(POINTERS), OptionalLong.of(0))),
                entries);
    }

    private static Phase phase(RuntimeCall.Kind kind, SiteRecord record) {
        return switch (kind) {
            case BEGIN -> Phase.BEGIN;
            case LAUNCH -> Phase.KERNEL;
            case END -> Phase.END;
            case UPDATE -> throw new IllegalArgumentException("site '" + record.name() + "' has no update");
        };
    }

    private TableEntry entry(SiteRecord.Entry entry, int index, Phase phase) {
        String reported = entry.label().inReport(index).map(LocationText::known).orElse("");
        Optional<IrValue> base = Optional.of(entry.base());
        Optional<IrValue> pointer = base.map(value -> entry.pointer().operand(0));
        return new TableEntry(
                names.of(reported, base), base, pointer, bytes(entry), flags(entry, phase), new Mapper.None());
    }

    private Quantity bytes(SiteRecord.Entry entry) {
        return entry.size().isPresent()
                ? facts.numbers().of(entry.size().get().operand(0))
                : new Quantity.Known(entry.bytes().orElse(0));
    }

    private KnownBits flags(SiteRecord.Entry entry, Phase phase) {
        IrValue computed = entry.computedMapTypes().get(phase);
        return computed == null
                ? KnownBits.exactly(entry.mapTypes().of(phase).bits())
                : facts.numbers().flags(Optional.of(computed));
    }

    private Launch launch(SiteRecord.Launch launch, SiteRecord record, Quantity device) {
        IrInstruction instruction = new IrInstruction(launch.result());
        RuntimeCall call = call(RuntimeCall.Kind.LAUNCH, instruction, record, device, launch.count());
        return new Launch(
                call,
                Optional.of(launch.kernel()),
                new Quantity.Known(launch.form().version()),
                numbers(launch.sizes().grid()),
                numbers(launch.sizes().block()),
                facts.numbers().of(launch.sizes().teams()),
                facts.numbers().of(launch.sizes().threads()),
                facts.numbers().of(launch.sizes().shared()),
                new Quantity.Known(launch.form().flags()),
                launch.sizes().empty() != null,
                boundsEntry(record),
                Refusals.of(instruction));
    }

    private List<Quantity> numbers(List<IrValue> sizes) {
        List<Quantity> numbers = new ArrayList<>(sizes.size());
        sizes.forEach(size -> numbers.add(facts.numbers().of(size)));
        return numbers;
    }

    private static Optional<Integer> boundsEntry(SiteRecord record) {
        for (int i = 0; i < record.entries().size(); i++) {
            SiteRecord.Entry entry = record.entries().get(i);
            if (entry.label().number() == 0 && !entry.base().isNullConstant()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
