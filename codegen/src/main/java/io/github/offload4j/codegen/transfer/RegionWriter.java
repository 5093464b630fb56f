package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.emit.site.DataCall;
import io.github.offload4j.codegen.emit.site.DataCalls;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.PhiNodes;
import io.github.offload4j.codegen.signature.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Emits the begins in front of loops and the ends behind the last sites, and has the sites changed to fit. */
final class RegionWriter {
    private static final MapType TO = MapType.of(MapFlag.TO);
    private static final MapType FROM = MapType.of(MapFlag.FROM);
    private static final String EDGE_NAME = "offload.resident";

    private final FunctionPlan plan;
    private final FunctionShape shape;
    private final DataCalls code;
    private final IrContext context;
    private final List<Recorded> recorded = new ArrayList<>();
    /** The device pointers that begins in front of loops have fetched, for data that is mapped nowhere else. */
    private final Map<MappedData, IrValue> fetched = new HashMap<>();

    private boolean rewired;

    RegionWriter(FunctionPlan plan, DataCalls code) {
        this.plan = plan;
        this.shape = plan.shape();
        this.code = code;
        this.context = code.context();
    }

    void write() {
        reserve();
        // the blocks are found before edges get blocks of their own
        Map<IrBlock, List<Recorded>> back = new LinkedHashMap<>();
        for (int block = 0; block < shape.size(); block++) {
            for (Recorded data : recorded) {
                if (data.plan().residency().goingBack(block) != 0) {
                    back.computeIfAbsent(shape.block(block), b -> new ArrayList<>())
                            .add(data);
                }
            }
        }
        Map<Edge, List<Recorded>> hoists = new LinkedHashMap<>();
        for (Recorded data : recorded) {
            for (Residency.Hoist hoist : data.plan().residency().hoists()) {
                hoists.computeIfAbsent(new Edge(hoist.from(), hoist.header()), e -> new ArrayList<>())
                        .add(data);
            }
        }
        hoists.forEach(this::hoist);
        Map<SiteRecord, List<SiteWriter.Part>> parts = SiteWriter.parts(plan);
        Map<DataPlan, Recorded> kept = new HashMap<>();
        recorded.forEach(data -> kept.put(data.plan(), data));
        for (SiteRecord site : plan.sites()) {
            new SiteWriter(plan, code, kept, fetched, site, parts.getOrDefault(site, List.of())).write();
        }
        back.forEach(this::goBack);
        if (rewired) {
            plan.facts().function().orderPredecessors();
        }
    }

    private void reserve() {
        Map<Expression, List<DataPlan>> byDevice = new LinkedHashMap<>();
        for (DataPlan data : plan.plans()) {
            if (data.isRecorded(shape.size())) {
                byDevice.computeIfAbsent(data.data().key().device(), d -> new ArrayList<>())
                        .add(data);
            }
        }
        for (List<DataPlan> group : byDevice.values()) {
            List<Integer> dynamic = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                if (group.get(i).isDynamic(shape.size())) {
                    dynamic.add(i);
                }
            }
            Device device = group.get(0).data().together().get(0).site().device();
            Optional<IrValue> known = device instanceof Device.Numbered numbered
                    ? Optional.of(context.constant(Long.SIZE, numbered.number()))
                    : Optional.empty();
            ResidentArrays arrays = new ResidentArrays(plan.facts().function(), context, group.size(), known, dynamic);
            for (int i = 0; i < group.size(); i++) {
                recorded.add(new Recorded(group.get(i), arrays, i, dynamic.contains(i)));
            }
        }
    }

    /** The way into a loop, from a block to the loop's first one. */
    private record Edge(int from, int header) {}

    private void hoist(Edge edge, List<Recorded> data) {
        IrInstruction place = placeOn(shape.block(edge.from()), shape.block(edge.header()));
        Materializer materializer = new Materializer(plan.facts(), shape, context, edge.from());
        try (IrBuilder builder = IrBuilder.before(place, context)) {
            for (List<Recorded> run : Recorded.runs(data)) {
                begin(run, edge, materializer, builder);
            }
        }
    }

    private void begin(List<Recorded> run, Edge edge, Materializer materializer, IrBuilder builder) {
        SiteRecord site = first(run).site();
        for (Recorded data : run) {
            MappedData mapped = data.plan().data();
            IrValue bytes = mapped.computedSize()
                    .map(size -> materializer.at(size, builder))
                    .orElseGet(() -> context.constant(Long.SIZE, mapped.bytes().orElseThrow()));
            data.arrays().keep(data.entry(), materializer.at(mapped.pointer(), builder), bytes, builder);
            if (data.dynamic()) {
                data.arrays().setMapType(data.entry(), data.arrays().constant(MapType.NONE), builder);
            }
        }
        ResidentArrays arrays = run.get(0).arrays();
        int entry = run.get(0).entry();
        IrValue device = code.deviceNumber(site.device(), builder);
        arrays.keepDevice(device, builder);
        long[] types =
                run.stream().mapToLong(data -> beginType(data, edge).bits()).toArray();
        code.emit(
                DataCall.BEGIN,
                site,
                new DataCalls.Data(
                        device,
                        run.size(),
                        arrays.bases(entry, builder),
                        arrays.begins(entry, builder),
                        arrays.sizes(entry, builder),
                        code.mapTypes(site.name(), DataCall.BEGIN, types),
                        labels(run)),
                Optional.empty(),
                builder);
        for (Recorded data : run) {
            if (data.plan().data().needsDevicePointer()) {
                fetched.put(data.plan().data(), arrays.devicePointer(data.entry(), builder));
            }
        }
    }

    private static MapType beginType(Recorded data, Edge edge) {
        boolean to = data.plan().residency().hoists().stream()
                .anyMatch(h -> h.from() == edge.from() && h.header() == edge.header() && h.to());
        MapType direction = to ? TO : MapType.NONE;
        return data.plan().data().needsDevicePointer() ? direction.with(MapFlag.RETURN_PARAM) : direction;
    }

    private static Occurrence first(List<Recorded> run) {
        return run.get(0).plan().data().together().get(0);
    }

    private static List<ArgumentLabel> labels(List<Recorded> run) {
        return run.stream()
                .map(data -> data.plan().data().together().get(0).entry().label())
                .toList();
    }

    /** Returns the instruction in front of which code runs on an edge only. */
    private IrInstruction placeOn(IrBlock from, IrBlock to) {
        IrInstruction jump = from.terminator().orElseThrow();
        if (jump.successors().size() == 1) {
            return jump;
        }
        rewired = true;
        IrBlock between = to.insertBefore(EDGE_NAME);
        try (IrBuilder builder = IrBuilder.before(jump, context)) {
            builder.moveToEnd(between);
            builder.branch(to);
        }
        jump.setSuccessor(jump.successors().indexOf(to), between);
        List<IrInstruction> before = PhiNodes.of(to);
        PhiNodes.rewrite(to, context, PhiNodes.redirected(from, between));
        List<IrInstruction> after = PhiNodes.of(to);
        for (int i = 0; i < before.size(); i++) {
            shape.replace(before.get(i), after.get(i));
        }
        return between.terminator().orElseThrow();
    }

    private void goBack(IrBlock block, List<Recorded> data) {
        try (IrBuilder builder = IrBuilder.before(FunctionShape.beginOf(block), context)) {
            for (List<Recorded> run : Recorded.runs(data)) {
                end(block, run, builder);
            }
        }
    }

    private void end(IrBlock block, List<Recorded> run, IrBuilder builder) {
        ResidentArrays arrays = run.get(0).arrays();
        int entry = run.get(0).entry();
        boolean dynamic = run.get(0).dynamic();
        SiteRecord site = first(run).site();
        Optional<IrValue> needed = Optional.empty();
        if (run.stream().allMatch(data -> (state(block, data) & Residency.CLOSED) != 0)) {
            needed = run.stream()
                    .map(data -> arrays.isMapped(data.entry(), builder))
                    .reduce(builder::or);
        }
        IrValue types = dynamic
                ? arrays.mapTypes(entry, builder)
                : code.mapTypes(
                        site.name(),
                        DataCall.END,
                        run.stream()
                                .mapToLong(data ->
                                        ((state(block, data) & Residency.DIRTY) != 0 ? FROM : MapType.NONE).bits())
                                .toArray());
        code.emit(
                DataCall.END,
                site,
                new DataCalls.Data(
                        arrays.device(builder),
                        run.size(),
                        arrays.bases(entry, builder),
                        arrays.begins(entry, builder),
                        arrays.sizes(entry, builder),
                        types,
                        labels(run)),
                needed,
                builder);
        if (dynamic) {
            for (Recorded data : run) {
                arrays.setMapType(data.entry(), arrays.constant(ResidentArrays.ABSENT), builder);
            }
        }
    }

    private int state(IrBlock block, Recorded data) {
        return data.plan().residency().goingBack(shape.number(block));
    }
}
