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

/** Finds what a function maps when it is called, from its own sites and from the summaries of those that it calls. */
final class SummaryReader {
    private static final MapType BEGIN_FLAGS = MapType.of(MapFlag.TO, MapFlag.RETURN_PARAM);
    private static final MapType END_FLAGS = MapType.of(MapFlag.FROM);

    /** How far the variable is looked for that a size is computed from. */
    private static final int DEEPEST = 4;

    private final FunctionFacts facts;
    private final RecipeReader recipes;
    private final CalleeAccess callees;
    private final Map<Key, List<Use>> uses = new LinkedHashMap<>();
    private Optional<String> unknown = Optional.empty();

    private record Key(Recipe place, Recipe size) {}

    /** A place where memory is mapped and unmapped, always or perhaps. */
    private record Use(IrInstruction at, boolean to, boolean from, boolean always, String name) {}

    SummaryReader(FunctionFacts facts, CalleeAccess callees) {
        this.facts = facts;
        this.recipes = new RecipeReader(facts);
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
        Optional<Recipe> place = recipes.read(pointer);
        Optional<Recipe> size = entry.size()
                .map(store -> recipes.read(store.operand(0)))
                .orElseGet(() -> Optional.of(new Recipe.Literal(entry.bytes().orElse(0))));
        if (others.bits() != 0) {
            refuse("it maps " + entry.label().inMessage() + " with a modifier");
        } else if (stale) {
            refuse("it may write " + entry.label().inMessage() + ", and does not copy it back");
        } else if (place.isEmpty()) {
            refuse("its callers cannot compute the address of what it maps" + source(pointer));
        } else if (size.isEmpty()) {
            refuse("its callers cannot compute the size of " + entry.label().inMessage()
                    + entry.size().map(store -> source(store.operand(0))).orElse(""));
        }
        if (place.isEmpty() || size.isEmpty()) {
            return;
        }
        use(
                new Key(place.get(), unlessNull(place.get(), size.get())),
                new Use(
                        site.begin().orElseThrow(),
                        to,
                        from,
                        true,
                        entry.label().name()));
    }

    /** Adds a call of a function that maps what its summary says. */
    void add(IrInstruction call, Summary summary) {
        List<IrValue> arguments = call.arguments();
        List<Optional<Recipe>> passed = arguments.stream().map(recipes::read).toList();
        for (Summary.Mapped mapped : summary.mapped()) {
            Optional<Integer> parameter = parameter(mapped.place());
            if (parameter.isPresent() && isOwn(arguments.get(parameter.get()))) {
                continue;
            }
            Optional<Recipe> place = mapped.place().with(passed);
            Optional<Recipe> size = mapped.size().with(passed);
            if (place.isEmpty() || size.isEmpty()) {
                String callee = call.calledFunction().orElseThrow().name();
                refuse("its callers cannot compute what '" + callee + "' maps");
                return;
            }
            use(
                    new Key(place.get(), size.get()),
                    new Use(call, mapped.to(), mapped.from(), mapped.always(), mapped.name()));
        }
    }

    private void refuse(String reason) {
        unknown = unknown.or(() -> Optional.of(reason));
    }

    /** Returns why callers cannot say what the function maps, as a clause about it. */
    Optional<String> refusal() {
        return unknown;
    }

    /** Returns which variable a value that callers cannot compute is read from, as a clause, where it is one. */
    private String source(IrValue value) {
        return variable(value, 0)
                .map(variable -> ", which it reads from '@" + variable.name() + "'")
                .orElse("");
    }

    private Optional<IrValue> variable(IrValue value, int depth) {
        IrValue read = value.type().isPointer()
                ? facts.pointers().address(value).base()
                : facts.values().trace(value);
        Optional<IrInstruction> instruction = read.asInstruction();
        if (instruction.filter(i -> i.opcode() == Opcode.LOAD).isPresent()) {
            return Optional.of(facts.pointers()
                            .address(instruction.get().operand(0))
                            .base())
                    .filter(IrValue::isGlobalVariable);
        }
        return instruction.filter(i -> Expressions.isPure(i) && depth < DEEPEST).stream()
                .flatMap(i -> i.operands().stream())
                .flatMap(operand -> variable(operand, depth + 1).stream())
                .findFirst();
    }

    private static Optional<Integer> parameter(Recipe place) {
        Recipe base = place instanceof Recipe.Offset offset ? offset.base() : place;
        return base instanceof Recipe.Parameter parameter ? Optional.of(parameter.index()) : Optional.empty();
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
    private static Recipe unlessNull(Recipe place, Recipe size) {
        if (!(size instanceof Recipe.Operation choice) || choice.sample().opcode() != Opcode.SELECT) {
            return size;
        }
        boolean asks = choice.operands().get(0) instanceof Recipe.Operation question
                && question.sample().comparison().equals(Optional.of(Comparison.EQUAL))
                && question.operands().get(0).equals(place)
                && isNull(question.operands().get(1));
        return asks && isZero(choice.operands().get(1)) ? choice.operands().get(2) : size;
    }

    private static boolean isNull(Recipe recipe) {
        return recipe instanceof Recipe.Constant constant && constant.value().isNullConstant();
    }

    private static boolean isZero(Recipe recipe) {
        return recipe instanceof Recipe.Literal number && number.value() == 0;
    }

    /**
     * Returns what the function maps.
     *
     * @param returning whether control certainly comes back from an instruction
     * @return nothing when callers cannot say it
     */
    Optional<Summary> summary(Predicate<IrInstruction> returning) {
        if (unknown.isPresent() || uses.isEmpty()) {
            return Optional.empty();
        }
        FunctionShape shape = new FunctionShape(facts.function(), facts.flow());
        List<Summary.Mapped> mapped = new ArrayList<>();
        for (Map.Entry<Key, List<Use>> entry : uses.entrySet()) {
            List<Use> all = entry.getValue();
            boolean twice = all.stream().map(Use::at).distinct().count() < all.size();
            boolean scratch = all.stream().anyMatch(use -> !use.to() && !use.from());
            if (twice || (scratch && all.size() > 1)) {
                refuse("it maps the same memory twice at once, or without copying it in one place only");
                return Optional.empty();
            }
            mapped.add(mapped(entry.getKey(), all, shape, returning));
        }
        return Optional.of(new Summary(List.copyOf(mapped)));
    }

    private static Summary.Mapped mapped(
            Key key, List<Use> all, FunctionShape shape, Predicate<IrInstruction> returning) {
        Map<IrInstruction, Boolean> copying = new HashMap<>();
        Map<IrInstruction, Boolean> perhaps = new HashMap<>();
        Set<IrInstruction> back = new HashSet<>();
        for (Use use : all) {
            (use.always() ? copying : perhaps).put(use.at(), use.to());
            if (use.always() && use.from()) {
                back.add(use.at());
            }
        }
        EveryPath paths = new EveryPath(shape, returning);
        Optional<Boolean> first = paths.first(copying, perhaps);
        boolean from = all.stream().anyMatch(Use::from);
        boolean always = first.isPresent() && (!from || paths.meets(back));
        boolean to = always ? first.get() : all.stream().anyMatch(Use::to);
        return new Summary.Mapped(
                key.place(), key.size(), to, from, always, all.get(0).name());
    }
}
