package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.MemoryUse;
import io.github.offload4j.codegen.flow.PointerOrigin;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what a function maps whenever it is called, from its own sites and from the summaries of those that it calls. */
final class SummaryReader {
    private static final MapType BEGIN_FLAGS = MapType.of(MapFlag.TO, MapFlag.RETURN_PARAM);
    private static final MapType END_FLAGS = MapType.of(MapFlag.FROM);

    private final FunctionFacts facts;
    private final FormulaReader formulas;
    private final CalleeAccess callees;
    private final Map<Key, List<Use>> uses = new LinkedHashMap<>();
    private boolean known = true;

    private record Key(Formula place, Formula size) {}

    /** A place where memory is mapped and unmapped. */
    private record Use(IrInstruction at, boolean to, boolean from, String name) {}

    SummaryReader(FunctionFacts facts, CalleeAccess callees) {
        this.facts = facts;
        this.formulas = new FormulaReader(facts);
        this.callees = callees;
    }

    /** Adds a site of the function. */
    void add(SiteRecord site) {
        for (int i = 0; i < site.entries().size(); i++) {
            SiteRecord.Entry entry = site.entries().get(i);
            if (site.begin().isPresent() && !entry.begin().has(MapFlag.LITERAL)) {
                add(site, i, entry);
            }
        }
    }

    private void add(SiteRecord site, int index, SiteRecord.Entry entry) {
        MapType others = entry.begin().without(BEGIN_FLAGS).or(entry.end().without(END_FLAGS));
        IrValue pointer = entry.pointer().operand(0);
        if (isOwn(pointer)) {
            return;
        }
        boolean to = entry.begin().has(MapFlag.TO);
        boolean from = entry.end().has(MapFlag.FROM);
        Optional<MemoryUse> does = callees.of(site, index);
        boolean stale = to && !from && does.filter(MemoryUse::mayWrite).isPresent();
        if (to && does.filter(a -> !a.mayWrite()).isPresent()) {
            from = false;
        }
        Optional<Formula> place = formulas.read(pointer);
        Optional<Formula> size = entry.size()
                .map(store -> formulas.read(store.operand(0)))
                .orElseGet(() -> Optional.of(new Formula.Literal(entry.bytes().orElse(0))));
        if (others.bits() != 0 || stale || place.isEmpty() || size.isEmpty()) {
            known = false;
            return;
        }
        use(
                new Key(place.get(), unlessNull(place.get(), size.get())),
                new Use(site.begin().orElseThrow(), to, from, entry.label().name()));
    }

    /** Adds a call of a function that maps what its summary says. */
    void add(IrInstruction call, Summary summary) {
        List<IrValue> arguments = call.arguments();
        List<Optional<Formula>> passed = arguments.stream().map(formulas::read).toList();
        for (Summary.Mapped mapped : summary.mapped()) {
            Optional<Integer> parameter = parameter(mapped.place());
            if (parameter.isPresent() && isOwn(arguments.get(parameter.get()))) {
                continue;
            }
            Optional<Formula> place = mapped.place().with(passed);
            Optional<Formula> size = mapped.size().with(passed);
            if (place.isEmpty() || size.isEmpty()) {
                known = false;
                return;
            }
            use(new Key(place.get(), size.get()), new Use(call, mapped.to(), mapped.from(), mapped.name()));
        }
    }

    private static Optional<Integer> parameter(Formula place) {
        Formula base = place instanceof Formula.Offset offset ? offset.base() : place;
        return base instanceof Formula.Parameter parameter ? Optional.of(parameter.index()) : Optional.empty();
    }

    private void use(Key key, Use use) {
        uses.computeIfAbsent(key, k -> new ArrayList<>()).add(use);
    }

    /** Returns whether memory is the function's own as long as it runs, so that no caller can have it mapped. */
    private boolean isOwn(IrValue pointer) {
        PointerOrigin.Kind kind = facts.pointers().origin(pointer).kind();
        return kind == PointerOrigin.Kind.STACK || kind == PointerOrigin.Kind.HEAP;
    }

    /** Returns the size without the question whether the place is null, which sites ask anew. */
    private static Formula unlessNull(Formula place, Formula size) {
        if (!(size instanceof Formula.Operation choice) || choice.sample().opcode() != Opcode.SELECT) {
            return size;
        }
        boolean asks = choice.operands().get(0) instanceof Formula.Operation question
                && question.sample().comparison().equals(Optional.of(Comparison.EQUAL))
                && question.operands().get(0).equals(place)
                && isNull(question.operands().get(1));
        return asks && isZero(choice.operands().get(1)) ? choice.operands().get(2) : size;
    }

    private static boolean isNull(Formula formula) {
        return formula instanceof Formula.Constant constant && constant.value().isNullConstant();
    }

    private static boolean isZero(Formula formula) {
        return formula instanceof Formula.Literal number && number.value() == 0;
    }

    /**
     * Returns what the function maps.
     *
     * @param returning whether control certainly comes back from an instruction
     * @return nothing when it is not the same, or not copied the same ways, whichever way control takes
     */
    Optional<Summary> summary(Predicate<IrInstruction> returning) {
        if (!known || uses.isEmpty()) {
            return Optional.empty();
        }
        EveryPath paths = new EveryPath(new FunctionShape(facts.function(), facts.flow()), returning);
        List<Summary.Mapped> mapped = new ArrayList<>();
        for (Map.Entry<Key, List<Use>> entry : uses.entrySet()) {
            List<Use> all = entry.getValue();
            Map<IrInstruction, Boolean> copying = new HashMap<>();
            Set<IrInstruction> back = new HashSet<>();
            boolean twice = false;
            for (Use use : all) {
                twice |= copying.put(use.at(), use.to()) != null;
                if (use.from()) {
                    back.add(use.at());
                }
            }
            Optional<Boolean> first = paths.first(copying);
            boolean scratch = all.stream().anyMatch(use -> !use.to() && !use.from());
            if (twice || first.isEmpty() || (scratch && all.size() > 1) || !(back.isEmpty() || paths.meets(back))) {
                return Optional.empty();
            }
            mapped.add(new Summary.Mapped(
                    entry.getKey().place(),
                    entry.getKey().size(),
                    first.get(),
                    !back.isEmpty(),
                    all.get(0).name()));
        }
        return Optional.of(new Summary(List.copyOf(mapped)));
    }
}
