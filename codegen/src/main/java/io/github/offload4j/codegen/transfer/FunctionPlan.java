package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.graph.Graph;
import io.github.offload4j.codegen.flow.graph.Loops;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be done with the transfers of one function. Nothing is changed while plans are made. */
final class FunctionPlan {
    /** Why a function that is called maps data for itself, unless it finds it on the device. */
    static final String PERHAPS = "the function maps it on some of its ways only";

    /** Why data of the same address does not stay for another site. */
    static final String OTHERWISE = "another site maps it with another size or to another device";

    private final FunctionFacts facts;
    private final FunctionShape shape;
    private final Graph ways;
    private final OwnMemory own;
    private final HostAccess host;
    private final List<SiteRecord> sites;
    private final CodeFacts code;
    private final CallSites held;
    private final List<MappedData> all;
    private final List<IrInstruction> relevant;
    private final List<DataPlan> plans = new ArrayList<>();
    private final List<DataPlan> refused = new ArrayList<>();
    private final Set<SiteRecord> throwing = new HashSet<>();
    private final Map<SiteRecord, List<Use>> uses = new HashMap<>();

    /**
     * An argument of a site.
     *
     * @param data what it maps
     * @param occurrence how
     */
    record Use(MappedData data, Occurrence occurrence) {}

    /**
     * Makes the plan of a function.
     *
     * @param allSites its sites; those with members and mappers stay as they are, and are code that may read and write what they
     *     can reach
     * @param held its calls of functions around which data is held
     */
    FunctionPlan(
            IrModule module,
            IrFunction function,
            HostCode code,
            List<SiteRecord> allSites,
            CallSites held,
            CalleeAccess callees) {
        this.code = code.code();
        this.held = held;
        this.facts = code.facts().of(function);
        this.sites = allSites.stream().filter(site -> !site.isDeep()).toList();
        this.shape = new FunctionShape(facts.function(), facts.flow());
        this.ways = shape.ways(invoke -> code.code().effects(invoke).throwing());
        this.own = new OwnMemory(facts, allSites);
        this.host = new HostAccess(module, facts, code, own, held);
        this.all = new DataReader(facts, code.code(), own, host, callees).read(sites);
        all.forEach(this::setTouchedApart);
        this.relevant =
                facts.flow().instructions().stream().filter(host::isRelevant).toList();
        for (SiteRecord site : sites) {
            if (mayThrowInside(site)) {
                throwing.add(site);
            }
        }
        for (MappedData data : all) {
            data.occurrences()
                    .forEach(o -> uses.computeIfAbsent(o.site(), site -> new ArrayList<>())
                            .add(new Use(data, o)));
            if (comesAgain(data)) {
                plan(data);
            }
        }
        for (DataPlan plan : plans) {
            plan.residency().hoists().stream()
                    .filter(hoist -> meetsOthers(plan, hoist))
                    .forEach(plan.residency()::takeBack);
        }
    }

    /** Has a function that is called map for itself what it touches on the host, and what it does not always map. */
    private void setTouchedApart(MappedData data) {
        data.occurrences()
                .replaceAll(o -> held.call(o.site())
                        .flatMap(call -> host.blocks(call, data))
                        .map(o::apart)
                        .orElse(held.isPerhaps(o.site()) ? o.apart(PERHAPS) : o));
    }

    /** Returns whether an occurrence is of a function that may find the data on the device, and maps it otherwise. */
    static boolean isPerhaps(Occurrence occurrence) {
        return occurrence.apart().equals(Optional.of(PERHAPS));
    }

    /** Returns whether data that may overlap comes to a begin in front of a loop, and would go back behind it only. */
    private boolean meetsOthers(DataPlan plan, Residency.Hoist hoist) {
        return plans.stream()
                .filter(other -> !other.equals(plan) && host.mayOverlap(plan.data(), other.data()))
                .anyMatch(other -> (other.residency().arriving(hoist.from(), hoist.header()) & Residency.STAYING) != 0);
    }

    /** Returns whether control can come from a site that maps the data to one that does. */
    private boolean comesAgain(MappedData data) {
        List<Occurrence> together = data.together();
        if (together.size() != 1) {
            return !together.isEmpty();
        }
        IrInstruction begin = together.get(0).site().begin().orElseThrow();
        return facts.flow().reaches(begin, begin);
    }

    private void plan(MappedData data) {
        Set<Occurrence> changing = new HashSet<>();
        DataPlan plan;
        do {
            Timeline timeline = timeline(data, changing);
            Residency residency = new Residency(ways, timeline);
            plan = new DataPlan(data, timeline, residency);
            if (shape.hasFunclets() || residency.isNested() || !plan.staysSomewhere(shape.size())) {
                refused.add(plan);
                return;
            }
            hoist(data, residency);
        } while (changing.addAll(changing(plan)));
        plans.add(plan);
    }

    /** Returns where a function that is called may change data that would not come back to the host otherwise. */
    private static List<Occurrence> changing(DataPlan plan) {
        return plan.data().occurrences().stream()
                .filter(o -> isPerhaps(o) && o.from())
                .filter(o -> (plan.before(o) & Residency.CLEAN) != 0)
                .toList();
    }

    /** Returns what happens to data; before a function that is found to change it, it goes back. */
    private Timeline timeline(MappedData data, Set<Occurrence> changing) {
        Timeline timeline = new Timeline(shape.size());
        for (Occurrence occurrence : data.occurrences()) {
            SiteRecord site = occurrence.site();
            if (isPerhaps(occurrence) && !changing.contains(occurrence)) {
                // no begin goes in front of a loop past it, which might copy less in than the function wants
                IrInstruction begin = site.begin().orElseThrow();
                add(timeline, begin, (b, p) -> new Event.Pass(p, begin, occurrence));
                continue;
            }
            if (occurrence.apart().isPresent()) {
                bar(timeline, site, occurrence.apart().get());
                continue;
            }
            IrInstruction begin = site.begin().orElseThrow();
            if (throwing.contains(site)) {
                bar(timeline, begin, "the callee may throw an exception out of the function");
            }
            add(timeline, begin, (b, p) -> new Event.Open(p, begin, occurrence));
            site.ends().forEach(end -> add(timeline, end, (b, p) -> new Event.Close(p, end, occurrence)));
        }
        for (MappedData other : all) {
            if (other != data && host.mayOverlap(data, other)) {
                String reason =
                        other.key().place().equals(data.key().place()) ? OTHERWISE : "it may overlap " + other.name();
                other.occurrences().forEach(o -> bar(timeline, o.site(), reason));
            }
        }
        for (IrInstruction definition : data.definitions()) {
            if (!isSlotOfFirstBlock(definition)) {
                bar(timeline, definition, "its address, size or device is computed anew");
            }
        }
        for (IrInstruction instruction : relevant) {
            host.blocks(instruction, data).ifPresent(reason -> bar(timeline, instruction, reason));
            if (FunctionShape.mayStop(instruction) && !comesBack(instruction)) {
                add(timeline, instruction, (b, p) -> new Event.Stop(p, instruction));
            }
        }
        timeline.sort();
        return timeline;
    }

    private boolean comesBack(IrInstruction call) {
        return held.contains(call) && code.effects(call).returning();
    }

    private boolean isSlotOfFirstBlock(IrInstruction instruction) {
        FunctionShape.Place place = shape.place(instruction);
        return instruction.opcode() == Opcode.ALLOCA && place != null && place.block() == 0;
    }

    private interface EventMaker {
        Event make(int block, int position);
    }

    private void add(Timeline timeline, IrInstruction instruction, EventMaker maker) {
        FunctionShape.Place place = shape.place(instruction);
        if (place != null) {
            timeline.add(place.block(), maker.make(place.block(), place.position()));
        }
    }

    private void bar(Timeline timeline, SiteRecord site, String reason) {
        site.begin().ifPresent(begin -> bar(timeline, begin, reason));
        site.ends().forEach(end -> bar(timeline, end, reason));
    }

    private void bar(Timeline timeline, IrInstruction instruction, String reason) {
        add(timeline, instruction, (b, p) -> new Event.Barrier(p, instruction, reason));
    }

    /** Returns whether an exception may leave the function between the begin of a site and its end. */
    private boolean mayThrowInside(SiteRecord site) {
        if (site.begin().isEmpty() || Attributes.onFunction(facts.function(), "nounwind")) {
            return false;
        }
        FunctionShape.Place start = shape.place(site.begin().get());
        if (start == null) {
            return false;
        }
        Set<Integer> seen = new HashSet<>();
        List<FunctionShape.Place> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            FunctionShape.Place place = open.remove(open.size() - 1);
            List<IrInstruction> content = shape.instructions(place.block());
            boolean ended = false;
            for (int i = place.position(); i < content.size() && !ended; i++) {
                IrInstruction instruction = content.get(i);
                if (mayThrowOut(instruction)) {
                    return true;
                }
                ended = site.ends().contains(instruction);
            }
            if (!ended) {
                for (int next : ways.successors(place.block())) {
                    if (seen.add(next)) {
                        open.add(new FunctionShape.Place(next, 0));
                    }
                }
            }
        }
        return false;
    }

    private boolean mayThrowOut(IrInstruction instruction) {
        return instruction.opcode() == Opcode.CALL
                && !own.isOwn(instruction)
                && code.effects(instruction).throwing();
    }

    /** Puts begins in front of loops, of outer ones first, where every way into the loop leads to one anyway. */
    private void hoist(MappedData data, Residency residency) {
        for (Loops.Loop loop : shape.loops().outermostFirst()) {
            Residency.@Nullable First first = residency.firsts()[loop.header()];
            Optional<Integer> from = entry(loop);
            if (first == Residency.First.OTHER || from.isEmpty()) {
                continue;
            }
            boolean comesBack = shape.graph().predecessors(loop.header()).stream()
                    .filter(p -> loop.nodes().get(p))
                    .anyMatch(p -> (residency.arriving(p, loop.header()) & Residency.STAYING) != 0);
            boolean fresh = residency.arriving(from.get(), loop.header()) == Residency.CLOSED;
            if (comesBack && fresh && isKnownAtEnd(data, from.get())) {
                residency.hoist(new Residency.Hoist(from.get(), loop.header(), first == Residency.First.COPY));
            }
        }
    }

    /** Returns the block that control enters a loop from, when it is one with a plain jump. */
    private Optional<Integer> entry(Loops.Loop loop) {
        List<Integer> outside = shape.graph().predecessors(loop.header()).stream()
                .filter(p -> !loop.nodes().get(p) && shape.isReachable(p))
                .toList();
        if (outside.size() != 1
                || loop.header() == 0
                || shape.graph().predecessors(loop.header()).stream().anyMatch(p -> !shape.isReachable(p))) {
            return Optional.empty();
        }
        IrInstruction jump = shape.block(outside.get(0)).terminator().orElseThrow();
        long ways = jump.successors().stream()
                .filter(s -> s.equals(shape.block(loop.header())))
                .count();
        boolean plain = jump.opcode() == Opcode.BRANCH || jump.opcode() == Opcode.SWITCH;
        return plain && ways == 1 ? Optional.of(outside.get(0)) : Optional.empty();
    }

    private boolean isKnownAtEnd(MappedData data, int block) {
        return data.definitions().stream().allMatch(definition -> shape.isDoneAtEnd(definition, block));
    }

    FunctionFacts facts() {
        return facts;
    }

    FunctionShape shape() {
        return shape;
    }

    List<SiteRecord> sites() {
        return sites;
    }

    CallSites held() {
        return held;
    }

    /** Returns whether other data begins at the same address. */
    boolean isMappedOtherwise(MappedData data) {
        return all.stream()
                .anyMatch(other -> !other.equals(data)
                        && other.key().place().equals(data.key().place()));
    }

    /** Returns the arguments of a site that are mapped. */
    List<Use> uses(SiteRecord site) {
        return uses.getOrDefault(site, List.of());
    }

    /** Returns what stays. */
    List<DataPlan> plans() {
        return plans;
    }

    /** Returns what was looked at and stays nowhere. */
    List<DataPlan> refused() {
        return refused;
    }
}
