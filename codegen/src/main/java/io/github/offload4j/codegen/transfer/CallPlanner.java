package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.RuntimeState.Role;
import io.github.offload4j.codegen.emit.Emission;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.ir.TailCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Parameter;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts sites around the calls of functions of which it is known what they map, callees before callers. */
final class CallPlanner {
    private static final Set<String> COPIES = Set.of("byval", "inalloca", "preallocated", "swifterror");

    private final IrModule module;
    private final Emission emission;
    private final CodeFacts code;
    private final CalleeAccess callees;
    private final Device device;
    private final Map<IrFunction, List<SiteRecord>> sites;
    private final RuntimeCalls runtime = new RuntimeCalls();
    private final Map<IrFunction, Summary> summaries = new HashMap<>();
    private final Map<IrFunction, String> refusals = new HashMap<>();
    private final Set<IrFunction> circular = new LinkedHashSet<>();
    private final Set<IrInstruction> own;
    private final CallSites result = new CallSites();

    /**
     * Plans a module.
     *
     * @param sites those of each function
     * @param own the calls that belong to them
     * @param code what functions do besides
     * @param device the one device of all sites
     */
    CallPlanner(
            IrModule module,
            Emission emission,
            Map<IrFunction, List<SiteRecord>> sites,
            Set<IrInstruction> own,
            CodeFacts code,
            CalleeAccess callees,
            Device device) {
        this.module = module;
        this.emission = emission;
        this.sites = sites;
        this.own = own;
        this.code = code;
        this.callees = callees;
        this.device = device;
    }

    CallSites emit() {
        Map<IrFunction, Set<IrFunction>> calls = calls();
        Set<IrFunction> order = calleesFirst(calls);
        calls.keySet().stream().filter(function -> !order.contains(function)).forEach(circular::add);
        order.addAll(circular);
        for (IrFunction function : order) {
            plan(function, calls.getOrDefault(function, Set.of()));
        }
        return result;
    }

    /** Returns the functions that come to a site, each with those of them that it calls. */
    private Map<IrFunction, Set<IrFunction>> calls() {
        Map<IrFunction, Set<IrFunction>> callers = new HashMap<>();
        Map<IrFunction, Set<IrFunction>> all = new LinkedHashMap<>();
        for (IrFunction function : module.functions()) {
            Set<IrFunction> called = new LinkedHashSet<>();
            for (IrInstruction call : callsIn(function)) {
                call.calledFunction().filter(f -> !f.isDeclaration()).ifPresent(called::add);
            }
            called.forEach(
                    f -> callers.computeIfAbsent(f, c -> new LinkedHashSet<>()).add(function));
            all.put(function, called);
        }
        Set<IrFunction> reached = new LinkedHashSet<>();
        Deque<IrFunction> open = new ArrayDeque<>(sites.keySet());
        while (!open.isEmpty()) {
            IrFunction function = open.remove();
            if (reached.add(function)) {
                open.addAll(callers.getOrDefault(function, Set.of()));
            }
        }
        all.keySet().retainAll(reached);
        all.values().forEach(called -> called.retainAll(reached));
        return all;
    }

    /** Those that are in a circle, or call one that is, are left out. */
    private static Set<IrFunction> calleesFirst(Map<IrFunction, Set<IrFunction>> calls) {
        Map<IrFunction, Integer> waiting = new HashMap<>();
        Map<IrFunction, List<IrFunction>> callers = new HashMap<>();
        Deque<IrFunction> ready = new ArrayDeque<>();
        calls.forEach((function, called) -> {
            waiting.put(function, called.size());
            called.forEach(
                    f -> callers.computeIfAbsent(f, c -> new ArrayList<>()).add(function));
            if (called.isEmpty()) {
                ready.add(function);
            }
        });
        Set<IrFunction> order = new LinkedHashSet<>();
        while (!ready.isEmpty()) {
            IrFunction function = ready.remove();
            order.add(function);
            for (IrFunction caller : callers.getOrDefault(function, List.of())) {
                if (waiting.merge(caller, -1, Integer::sum) == 0) {
                    ready.add(caller);
                }
            }
        }
        return order;
    }

    private void plan(IrFunction function, Set<IrFunction> reaching) {
        if (!FunctionShape.isComplete(function)) {
            return;
        }
        FunctionFacts facts = new FunctionFacts(module, function);
        SummaryReader reader = new SummaryReader(facts, callees);
        sites.getOrDefault(function, List.of()).forEach(reader::add);
        boolean known = !function.isReplaceable() && !function.isVariadic() && !getsCopies(function);
        Map<IrInstruction, Summary> summarised = new LinkedHashMap<>();
        for (IrInstruction call : callsIn(function)) {
            Optional<Summary> summary = call.calledFunction().map(summaries::get);
            if (summary.isPresent() && isPlain(call)) {
                reader.add(call, summary.get());
                summarised.put(call, summary.get());
            } else if (!own.contains(call)) {
                call.calledFunction()
                        .filter(reaching::contains)
                        .ifPresent(callee -> result.leave(call, reason(call, callee, summary.isPresent())));
                Set<Role> roles = runtime.of(call);
                known &= !roles.contains(Role.MAPPINGS) && !roles.contains(Role.DEFAULT_DEVICE);
            }
        }
        if (known && summaries.keySet().containsAll(reaching)) {
            reader.summary(i ->
                            !i.isCall() || own.contains(i) || code.effects(i).returning() || isIntrinsic(i))
                    .ifPresent(summary -> summaries.put(function, summary));
        }
        reader.refusal().ifPresent(reason -> refusals.put(function, reason));
        summarised.forEach((call, summary) -> hold(call, summary, facts));
    }

    /** Returns why a caller cannot hold what a function maps. */
    private String reason(IrInstruction call, IrFunction callee, boolean summarised) {
        if (summarised) {
            return call.opcode() != Opcode.INVOKE
                    ? "the call ends its function, has operand bundles or another type"
                    : code.effects(call).throwing()
                            ? "the call is an invoke, and may throw an exception; say nounwind if it does not"
                            : "the call is an invoke, and control comes from elsewhere to what is behind it";
        }
        if (callee.isReplaceable()) {
            return "the linker may put another function in its place";
        }
        return circular.contains(callee)
                ? "it calls itself, or a function that does"
                : refusals.getOrDefault(callee, "it, or what it calls, may map what its callers cannot say");
    }

    /** Returns the calls that stand in a function. */
    static List<IrInstruction> callsIn(IrFunction function) {
        return function.instructions().stream().filter(IrInstruction::isCall).toList();
    }

    /** Returns whether a parameter is memory that a call makes for it, which no caller can have mapped. */
    private static boolean getsCopies(IrFunction function) {
        return IntStream.range(0, function.parameterCount())
                .anyMatch(i -> COPIES.stream().anyMatch(copy -> Attributes.onParameter(function, i, copy)));
    }

    private static boolean isIntrinsic(IrInstruction call) {
        return !FunctionShape.mayStop(call);
    }

    private boolean isPlain(IrInstruction call) {
        return (call.opcode() == Opcode.INVOKE ? isPlainInvoke(call) : call.opcode() == Opcode.CALL)
                && call.tailCall() != TailCall.MUST_TAIL
                && call.operandBundles().isEmpty()
                && call.calledType().equals(call.calledFunction().orElseThrow().type());
    }

    /** Returns whether there is one place behind a call, and control comes there from nowhere else. */
    private boolean isPlainInvoke(IrInstruction call) {
        return !code.effects(call).throwing()
                && call.successors().get(0).predecessors().size() == 1;
    }

    /** Puts a site around a call, one for what is always mapped and one for what is perhaps, unless two of its memories may be one. */
    private void hold(IrInstruction call, Summary summary, FunctionFacts facts) {
        List<IrValue> arguments = call.arguments().stream()
                .map(argument -> facts.values().trace(argument))
                .toList();
        if (mayOverlap(summary, arguments)) {
            result.leave(call, "its arguments may overlap, or point into the middle of an object");
            return;
        }
        if (isRefused(summary, passed(arguments))) {
            result.leave(call, "it maps less than nothing");
            return;
        }
        for (boolean always : List.of(true, false)) {
            List<Summary.Mapped> mapped =
                    summary.mapped().stream().filter(m -> m.always() == always).toList();
            if (!mapped.isEmpty()) {
                surround(call, mapped, always, arguments);
            }
        }
    }

    private void surround(IrInstruction call, List<Summary.Mapped> mapped, boolean always, List<IrValue> arguments) {
        Optional<IrInstruction> before = call.previous();
        List<IrInstruction> sizes = new ArrayList<>();
        try (IrBuilder builder = IrBuilder.before(call, module.context())) {
            RecipeWriter writer = new RecipeWriter(module.context(), arguments, builder);
            List<Optional<Recipe>> passed = passed(arguments);
            List<Argument> held =
                    mapped.stream().map(m -> argument(m, passed, writer)).toList();
            String name = call.calledFunction().orElseThrow().name();
            SiteRequest request = new SiteRequest(name, held, device, call.location());
            var site = emission.open(emission.rules().forHeld(request, builder.function()), false, builder);
            for (IrInstruction i = call.previous().orElseThrow();
                    !before.equals(Optional.of(i));
                    i = i.previous().orElseThrow()) {
                if (isOfSize(i)) {
                    sizes.add(0, i);
                }
                if (i.previous().isEmpty()) {
                    break;
                }
            }
            try (IrBuilder behind = IrBuilder.before(behind(call), module.context())) {
                site.end(behind);
            }
        }
        result.add(emission.lastRecord(), call, always, sizes);
    }

    /** Returns what control comes to when a call that throws nothing is done. */
    private static IrInstruction behind(IrInstruction call) {
        return call.opcode() == Opcode.INVOKE
                ? FunctionShape.beginOf(call.successors().get(0))
                : call.next().orElseThrow();
    }

    /** The number of the device, which is computed too, is the site's own. */
    private static boolean isOfSize(IrInstruction instruction) {
        return Expressions.isPure(instruction)
                && (instruction.opcode() != Opcode.SIGN_EXTEND
                        || instruction
                                .operand(0)
                                .asInstruction()
                                .filter(IrInstruction::isCall)
                                .isEmpty());
    }

    /** Returns the arguments as what they are where they are numbers, and as themselves. */
    private static List<Optional<Recipe>> passed(List<IrValue> arguments) {
        List<Optional<Recipe>> passed = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            IrValue argument = arguments.get(i);
            boolean number = argument.isConstantInteger() && argument.type().integerBits() == Long.SIZE;
            passed.add(Optional.of(
                    number ? new Recipe.Literal(argument.constantInteger().orElseThrow()) : new Recipe.Parameter(i)));
        }
        return passed;
    }

    private static Argument argument(Summary.Mapped mapped, List<Optional<Recipe>> passed, RecipeWriter writer) {
        IrValue size = writer.at(mapped.size().with(passed).orElseThrow());
        Extent extent = size.constantInteger().isPresent()
                ? Extent.bytes(size.constantInteger().getAsLong())
                : Extent.bytes(size.raw());
        Access access = mapped.to()
                ? (mapped.from() ? Access.TOFROM : Access.TO)
                : (mapped.from() ? Access.FROM : Access.ALLOC);
        return new Argument(writer.at(mapped.place()), new Parameter(mapped.name(), Passing.mapped(access, extent)));
    }

    /** Returns whether a size is none, which is left to the runtime to say. */
    private static boolean isRefused(Summary summary, List<Optional<Recipe>> passed) {
        return summary.mapped().stream()
                .map(mapped -> mapped.size().with(passed))
                .anyMatch(
                        size -> size.isEmpty() || (size.get() instanceof Recipe.Literal number && number.value() < 0));
    }

    private static boolean mayOverlap(Summary summary, List<IrValue> arguments) {
        List<Optional<IrValue>> places = summary.mapped().stream()
                .map(mapped -> place(mapped.place(), arguments))
                .toList();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).isEmpty()) {
                return true;
            }
            for (int j = 0; j < i; j++) {
                IrValue one = places.get(i).get();
                IrValue other = places.get(j).get();
                if (one.equals(other) || PointerFacts.originOf(one).mayOverlap(PointerFacts.originOf(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Places inside of objects are left to the functions that know them. */
    private static Optional<IrValue> place(Recipe place, List<IrValue> arguments) {
        if (place instanceof Recipe.Parameter parameter) {
            return Optional.of(arguments.get(parameter.index()));
        }
        return place instanceof Recipe.Constant constant ? Optional.of(constant.value()) : Optional.empty();
    }
}
