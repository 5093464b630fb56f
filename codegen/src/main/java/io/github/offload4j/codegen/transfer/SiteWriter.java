package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.emit.site.DataCall;
import io.github.offload4j.codegen.emit.site.DataCalls;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes the data calls of one site so that they leave alone what stays on the device. */
final class SiteWriter {
    private static final MapType TO = MapType.of(MapFlag.TO);
    private static final MapType FROM = MapType.of(MapFlag.FROM);
    private static final int ALIGNMENT = 8;

    private final FunctionPlan plan;
    private final FunctionShape shape;
    private final DataCalls code;
    private final IrContext context;
    private final Map<DataPlan, Recorded> recorded;
    private final Map<MappedData, IrValue> fetched;
    private final SiteRecord site;
    /** The entries that take part, with what is known of their data. */
    private final Map<Integer, Part> parts = new TreeMap<>();

    /** One entry of a site whose data may stay. */
    record Part(DataPlan plan, Occurrence occurrence, int state) {
        boolean isMapped() {
            return (state & Residency.STAYING) != 0;
        }

        boolean isUnmapped() {
            return (state & Residency.CLOSED) != 0;
        }
    }

    SiteWriter(
            FunctionPlan plan,
            DataCalls code,
            Map<DataPlan, Recorded> recorded,
            Map<MappedData, IrValue> fetched,
            SiteRecord site,
            List<Part> parts) {
        this.plan = plan;
        this.shape = plan.shape();
        this.code = code;
        this.context = code.context();
        this.recorded = recorded;
        this.fetched = fetched;
        this.site = site;
        parts.forEach(part -> this.parts.put(part.occurrence().index(), part));
    }

    /** Returns the entries of each site whose data may stay, where control comes there. */
    static Map<SiteRecord, List<Part>> parts(FunctionPlan plan) {
        Map<SiteRecord, List<Part>> parts = new HashMap<>();
        for (DataPlan data : plan.plans()) {
            for (Event.Open open : data.opens(plan.shape().size())) {
                int state = data.residency().before(open);
                if (state != 0) {
                    parts.computeIfAbsent(open.occurrence().site(), s -> new ArrayList<>())
                            .add(new Part(data, open.occurrence(), state));
                }
            }
        }
        return parts;
    }

    void write() {
        if (site.begin().isEmpty()) {
            return;
        }
        IrValue device = DataCalls.deviceOf(site.begin().get());
        replaceDevicePointers();
        site.ends().forEach(this::writeEnd);
        writeBegin();
        DeadSlots.remove(site);
        plan.held().sweep(site);
        DeadSlots.removeQuestion(device);
    }

    /** Returns the directions of each entry that the optimizer has looked at. */
    private Map<Integer, Occurrence> occurrences() {
        Map<Integer, Occurrence> occurrences = new HashMap<>();
        plan.uses(site).forEach(use -> occurrences.put(use.occurrence().index(), use.occurrence()));
        return occurrences;
    }

    private Optional<Recorded> recorded(DataPlan data) {
        return Optional.ofNullable(recorded.get(data));
    }

    private void writeBegin() {
        IrInstruction call = site.begin().orElseThrow();
        Map<Integer, Occurrence> all = occurrences();
        List<MapType> types = new ArrayList<>();
        Map<Integer, IrValue> computed = new TreeMap<>();
        List<IrValue> unmapped = new ArrayList<>();
        boolean certain = false;
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            for (int i = 0; i < site.entries().size(); i++) {
                MapType own = ownBegin(i, all.get(i));
                Part part = parts.get(i);
                if (part == null || !part.isMapped()) {
                    types.add(own);
                    certain |= !own.has(MapFlag.LITERAL);
                } else if (!part.isUnmapped()) {
                    types.add(ResidentArrays.ABSENT);
                } else {
                    Recorded kept = recorded(part.plan()).orElseThrow();
                    IrValue absent = builder.compare(
                            Comparison.EQUAL,
                            kept.arrays().mapType(kept.entry(), builder),
                            kept.arrays().constant(ResidentArrays.ABSENT),
                            "");
                    unmapped.add(absent);
                    types.add(own);
                    computed.put(
                            i,
                            builder.select(absent, constant(own), kept.arrays().constant(ResidentArrays.ABSENT), ""));
                }
            }
            keep(call);
            retype(call, DataCall.BEGIN, new Retyping(types, computed, certain, unmapped), builder);
        }
    }

    private MapType ownBegin(int index, @Nullable Occurrence occurrence) {
        if (isLeftToCallee(index)) {
            return ResidentArrays.ABSENT;
        }
        MapType type = site.entries().get(index).begin();
        return occurrence == null || occurrence.to() ? type : type.without(TO);
    }

    private MapType ownEnd(int index, @Nullable Occurrence occurrence) {
        if (isLeftToCallee(index)) {
            return ResidentArrays.ABSENT;
        }
        MapType type = site.entries().get(index).end();
        return occurrence == null || occurrence.from() ? type : type.without(FROM);
    }

    /** Returns whether a function that is called maps an entry itself, since holding it around the call saves nothing. */
    private boolean isLeftToCallee(int index) {
        if (plan.held().call(site).isEmpty()) {
            return false;
        }
        Part part = parts.get(index);
        return part == null
                || (!part.isMapped()
                        && part.plan().timeline().ends(part.occurrence()).stream()
                                .noneMatch(end -> part.plan().residency().stays(end.close())));
    }

    private IrValue constant(MapType type) {
        return context.constant(Long.SIZE, type.bits());
    }

    /** Keeps what is mapped here where it can be unmapped elsewhere. */
    private void keep(IrInstruction begin) {
        IrInstruction next = begin.next().orElseThrow();
        try (IrBuilder builder = IrBuilder.before(next, context)) {
            parts.forEach((index, part) -> recorded(part.plan()).ifPresent(kept -> {
                ResidentArrays arrays = kept.arrays();
                if (part.isUnmapped()) {
                    SiteRecord.Entry entry = site.entries().get(index);
                    arrays.keep(kept.entry(), part.occurrence().pointer(), entry.bytes(context), builder);
                    arrays.keepDevice(DataCalls.deviceOf(begin), builder);
                }
                if (kept.dynamic()) {
                    keepState(part, kept, builder);
                }
            }));
        }
    }

    private void keepState(Part part, Recorded kept, IrBuilder builder) {
        ResidentArrays arrays = kept.arrays();
        if (part.occurrence().from()) {
            arrays.setMapType(kept.entry(), constant(FROM), builder);
        } else if (!part.isMapped()) {
            arrays.setMapType(kept.entry(), constant(MapType.NONE), builder);
        } else if (part.isUnmapped()) {
            IrValue before = arrays.mapType(kept.entry(), builder);
            IrValue absent = builder.compare(Comparison.EQUAL, before, constant(ResidentArrays.ABSENT), "");
            arrays.setMapType(kept.entry(), builder.select(absent, constant(MapType.NONE), before, ""), builder);
        }
    }

    private void writeEnd(IrInstruction call) {
        Map<Integer, Occurrence> all = occurrences();
        List<MapType> types = new ArrayList<>();
        Map<Integer, IrValue> computed = new TreeMap<>();
        List<Recorded> gone = new ArrayList<>();
        boolean certain = false;
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            for (int i = 0; i < site.entries().size(); i++) {
                Optional<Closing> closing = Optional.ofNullable(parts.get(i)).flatMap(part -> closing(part, call));
                if (closing.isEmpty()) {
                    types.add(ownEnd(i, all.get(i)));
                } else if (closing.get().stays()) {
                    types.add(ResidentArrays.ABSENT);
                } else {
                    int state = closing.get().state();
                    types.add(
                            isLeftToCallee(i)
                                    ? ResidentArrays.ABSENT
                                    : (state & Residency.IN_DIRTY) != 0 ? FROM : MapType.NONE);
                    Optional<Recorded> kept = recorded(closing.get().plan()).filter(Recorded::dynamic);
                    kept.ifPresent(gone::add);
                    if (DataPlan.isMixed(state, Residency.IN_CLEAN, Residency.IN_DIRTY)) {
                        computed.put(
                                i,
                                kept.orElseThrow().arrays().mapType(kept.get().entry(), builder));
                    }
                }
                certain |= !types.get(i).has(MapFlag.LITERAL);
            }
        }
        try (IrBuilder builder = IrBuilder.before(call.next().orElseThrow(), context)) {
            for (Recorded kept : gone) {
                kept.arrays().setMapType(kept.entry(), constant(ResidentArrays.ABSENT), builder);
            }
        }
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            retype(call, DataCall.END, new Retyping(types, computed, certain, List.of()), builder);
        }
    }

    /** What happens to data at the end of a site. */
    private record Closing(DataPlan plan, boolean stays, int state) {}

    private static Optional<Closing> closing(Part part, IrInstruction call) {
        Residency residency = part.plan().residency();
        return part.plan().timeline().ends(part.occurrence()).stream()
                .map(Timeline.End::close)
                .filter(close -> close.instruction().equals(call) && residency.before(close) != 0)
                .map(close -> new Closing(part.plan(), residency.stays(close), residency.before(close)))
                .findFirst();
    }

    /**
     * What a call is to map from now on.
     *
     * @param types the map types
     * @param computed those that the program computes, in place of the others
     * @param certain whether it certainly has something to do
     * @param reasons what gives it something to do, when nothing else does
     */
    private record Retyping(
            List<MapType> types, Map<Integer, IrValue> computed, boolean certain, List<IrValue> reasons) {}

    /** Gives a call its map types, makes it depend on whether it has something to do, or deletes it. */
    private void retype(IrInstruction call, DataCall kind, Retyping change, IrBuilder builder) {
        List<MapType> types = change.types();
        if (!change.certain() && change.reasons().isEmpty()) {
            call.erase();
            return;
        }
        if (change.computed().isEmpty()) {
            List<MapType> before = site.entries().stream()
                    .map(e -> kind == DataCall.BEGIN ? e.begin() : e.end())
                    .toList();
            if (!types.equals(before)) {
                code.retype(
                        call,
                        code.mapTypes(
                                site.name(),
                                kind,
                                types.stream().mapToLong(MapType::bits).toArray()));
            }
            return;
        }
        IrType array = context.array(context.integer(Long.SIZE), types.size());
        IrValue slot;
        try (IrBuilder entry = builder.pastAllocas()) {
            slot = entry.alloca(array, DataCalls.mapTypesName(kind), ALIGNMENT);
        }
        for (int i = 0; i < types.size(); i++) {
            IrValue place = i == 0 ? slot : builder.elementAddress(array, slot, i, "");
            builder.store(change.computed().getOrDefault(i, constant(types.get(i))), place, ALIGNMENT);
        }
        code.retype(call, slot);
        if (!change.certain()) {
            IrValue needed = change.reasons().stream().reduce(builder::or).orElseThrow();
            code.guard(call, kind, needed);
        }
    }

    /** Takes device addresses from where the data was mapped. */
    private void replaceDevicePointers() {
        parts.forEach((index, part) -> {
            Optional<IrInstruction> load = site.devicePointer(index).flatMap(IrValue::asInstruction);
            if (load.isEmpty() || !part.isMapped()) {
                return;
            }
            Optional<IrValue> known = known(part, load.get());
            IrValue pointer = known.orElseGet(() -> {
                try (IrBuilder builder = IrBuilder.before(load.get(), context)) {
                    return code.devicePointer(
                            part.occurrence().pointer(),
                            DataCalls.deviceOf(site.begin().orElseThrow()),
                            builder);
                }
            });
            load.get().replaceUsesWith(pointer);
            load.get().erase();
        });
    }

    /** Returns the one value that is the device address, when the data is mapped in one place only. */
    private Optional<IrValue> known(Part part, IrInstruction load) {
        List<Event.Open> mapping = part.plan().residency().mappings();
        List<Residency.Hoist> hoists = part.plan().residency().hoists();
        if (mapping.isEmpty() && hoists.size() == 1) {
            return Optional.ofNullable(fetched.get(part.plan().data()));
        }
        if (!hoists.isEmpty() || mapping.size() != 1 || part.isUnmapped()) {
            return Optional.empty();
        }
        if ((part.plan().residency().before(mapping.get(0)) & Residency.STAYING) != 0) {
            return Optional.empty();
        }
        Occurrence first = mapping.get(0).occurrence();
        return first.site()
                .devicePointer(first.index())
                .filter(value -> value.asInstruction()
                        .filter(i -> shape.isDoneBefore(i, load))
                        .isPresent());
    }
}
