package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.CallCopy;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.KeptSymbols;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.OperandBundle;
import io.github.offload4j.codegen.ir.TailCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Puts operand bundles on a call in place of the marks that are for it. */
final class MarkedCallBuilder {
    static final String TAG = "offload";
    private static final int I1 = 1;
    static final int I32 = 32;

    private final IrInstruction call;
    private final Pending.Group group;
    private final Facts facts;
    private final IrModule module;
    private final IrContext context;
    private final MarkValues values;
    private final Consumer<MisplacedMark> problems;
    /** The argument that each mark of a pointer means; nothing for one that the optimiser has dropped. */
    private final Map<Entry, Optional<Integer>> found = new HashMap<>();

    MarkedCallBuilder(Attachment attachment, IrModule module, Consumer<MisplacedMark> problems) {
        this.call = attachment.call();
        this.group = attachment.marks();
        this.facts = attachment.facts();
        this.module = module;
        this.context = module.context();
        this.values = new MarkValues(facts, context, call);
        this.problems = problems;
    }

    private void refuse(Entry entry, String message) {
        problems.accept(new MisplacedMark(entry.first().call(), message));
    }

    /** Checks what has to hold for the call to get bundles; what is wrong with these is found when they are read. */
    void check() {
        String what = FunctionMarks.describe(call);
        if (call.opcode() == Opcode.CALL_BRANCH) {
            refuse(
                    group.head(),
                    what + " is a callbr, which jumps out of inline assembly; only call and invoke can be offloaded");
        } else if (call.tailCall() == TailCall.MUST_TAIL) {
            refuse(group.head(), what + " is a musttail call, behind which no region can be closed; remove the marker");
        }
        if (call.bundleTags().stream().anyMatch(tag -> tag.equals(TAG) || tag.startsWith(TAG + "."))) {
            refuse(group.head(), what + " is marked by operand bundles too; remove those or the marks in front of it");
        }
        group.entries().stream()
                .filter(entry -> entry.function() == MarkFunction.FOR)
                .skip(1)
                .forEach(entry -> refuse(entry, "the call has offload_for twice; remove one"));
        checkNumbers();
        checkPointers();
        BundleList.problems(group.entries(), facts).forEach(problems);
    }

    private void checkNumbers() {
        boolean changeable = call.calledFunction()
                .filter(IrFunction::isLocal)
                .filter(callee -> !KeptSymbols.contains(module, callee))
                .isPresent();
        if (changeable && group.find(MarkFunction.FOR).isEmpty()) {
            for (Entry entry : group.entries()) {
                if (entry.function().namesByNumber()) {
                    refuse(
                            entry,
                            "optimisers may change the arguments of '"
                                    + call.calledValue().name()
                                    + "', which only its own file sees, and their numbers with them; use "
                                    + (entry.function() == MarkFunction.MAP
                                                    ? MarkFunction.MAP_POINTER
                                                    : MarkFunction.DEVICE_POINTER)
                                            .symbol()
                                    + ", or name the function with offload_for");
                }
            }
        }
    }

    private void checkPointers() {
        int dropped = (int) call.arguments().stream()
                .filter(argument -> argument.type().isPointer() && ConstantFacts.isUndefined(argument))
                .count();
        for (Entry entry : group.entries()) {
            if (entry.function().addsToMapping()) {
                MappingMarks.mapped(entry, group, facts)
                        .ifPresentOrElse(
                                mapping -> found.put(entry, found.getOrDefault(mapping, Optional.empty())),
                                () -> refuse(entry, MappingMarks.NOT_MAPPED));
            }
            if (!entry.function().namesByPointer()) {
                continue;
            }
            List<Integer> arguments = facts.matching(entry.first(), call);
            if (arguments.size() == 1) {
                found.put(entry, Optional.of(arguments.get(0)));
            } else if (arguments.isEmpty() && dropped > 0) {
                dropped--;
                found.put(entry, Optional.empty());
            } else {
                refuse(entry, arguments.isEmpty() ? notFound() : several(arguments));
            }
        }
    }

    private String notFound() {
        return "no argument of " + FunctionMarks.describe(call)
                + " is certainly this pointer; pass the same variable to both, or say which one it is with offload_map";
    }

    private String several(List<Integer> arguments) {
        return "arguments "
                + String.join(" and ", arguments.stream().map(String::valueOf).toList()) + " of "
                + FunctionMarks.describe(call) + " are this pointer; say with offload_map which one is meant";
    }

    /**
     * Replaces the call.
     *
     * @param numbers the place of each mark among those of the module
     */
    MarkedByCalls build(ToIntFunction<IrInstruction> numbers) {
        BundleList list = new BundleList(call.operandBundles(), context);
        for (Entry entry : group.entries()) {
            if (entry.function() == MarkFunction.SECTION) {
                list.addDimension(values.all(entry), origin(entry, numbers));
            } else {
                list.add(entry.function(), bundle(entry), origin(entry, numbers));
            }
        }
        List<MarkedByCalls.Origin> origins = list.origins();
        CallCopy copy = new CallCopy(call, call.arguments(), list.bundles());
        IrInstruction made;
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            made = call.opcode() == Opcode.INVOKE
                    ? copy.invoke(call.successors().get(0), call.successors().get(1), builder)
                    : copy.call(builder);
        }
        if (!call.value().type().isVoid()) {
            call.replaceUsesWith(made.value());
        }
        made.takeName(call);
        call.erase();
        return new MarkedByCalls(made, origin(group.head(), numbers), List.copyOf(origins));
    }

    static MarkedByCalls.Origin origin(Entry entry, ToIntFunction<IrInstruction> numbers) {
        IrInstruction mark = entry.first().call();
        return new MarkedByCalls.Origin(
                numbers.applyAsInt(mark), entry.function().symbol(), mark.location());
    }

    private Optional<OperandBundle> bundle(Entry entry) {
        return switch (entry.function()) {
            case MARK -> Optional.of(new OperandBundle(TAG, List.of(host(entry), values.value(entry, 1))));
            case FOR -> Optional.empty();
            case GRID -> Optional.of(new OperandBundle(TAG + ".grid", values.all(entry)));
            case BLOCK -> Optional.of(new OperandBundle(TAG + ".block", values.all(entry)));
            case SHARED -> Optional.of(new OperandBundle(TAG + ".shared", values.all(entry)));
            case FALLBACK -> Optional.of(new OperandBundle(TAG + ".fallback", values.all(entry)));
            case MAP ->
                isDropped(entry) ? Optional.empty() : Optional.of(new OperandBundle(TAG + ".map", values.all(entry)));
            case DEVICE ->
                isDropped(entry)
                        ? Optional.empty()
                        : Optional.of(new OperandBundle(TAG + ".device", values.all(entry)));
            case MAP_POINTER ->
                argument(entry)
                        .map(index -> new OperandBundle(
                                TAG + ".map", List.of(index, values.value(entry, 1), values.value(entry, 2))));
            case MEMBER, MAPPER -> argument(entry).map(index -> MappingMarks.bundle(entry, index, values, context));
            case DEVICE_POINTER -> argument(entry).map(index -> new OperandBundle(TAG + ".device", List.of(index)));
            case NOWAIT -> Optional.of(new OperandBundle(TAG + ".nowait", List.of()));
            case DEPEND -> argument(entry).map(index -> MappingMarks.dependence(entry, index, values));
            case SECTION, ENTER, EXIT, UPDATE, WAIT ->
                throw new IllegalStateException(entry.function() + " is no bundle of its own");
        };
    }

    private Optional<IrValue> argument(Entry entry) {
        return found.getOrDefault(entry, Optional.empty()).map(index -> context.constant(I32, index));
    }

    /** Returns whether a mark by number is for an argument that the optimiser has dropped: poison maps nothing. */
    private boolean isDropped(Entry entry) {
        OptionalLong number = facts.constant(entry.first(), 0);
        List<IrValue> arguments = call.arguments();
        return number.isPresent()
                && number.getAsLong() >= 0
                && number.getAsLong() < arguments.size()
                && ConstantFacts.isUndefined(arguments.get((int) number.getAsLong()));
    }

    private IrValue host(Entry entry) {
        return context.constant(I1, facts.constant(entry.first(), 0).orElseThrow() == 0 ? 0 : 1);
    }
}
