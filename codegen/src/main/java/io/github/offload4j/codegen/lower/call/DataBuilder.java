package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.OperandBundle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Puts a call with operand bundles, which says what becomes of data, in the place of an enter, exit or update and the marks in
 * front of it.
 */
final class DataBuilder {
    /** What says itself which memory it is about, or nothing about any. */
    private static final Set<MarkFunction> WITH_DATA =
            EnumSet.of(MarkFunction.MAP_POINTER, MarkFunction.SECTION, MarkFunction.NOWAIT);

    private final MarkCall mark;
    private final Pending.Group group;
    private final Facts facts;
    private final IrModule module;
    private final Consumer<MisplacedMark> problems;

    DataBuilder(MarkCall mark, Attachment attachment, IrModule module, Consumer<MisplacedMark> problems) {
        this.mark = mark;
        this.group = attachment.marks();
        this.facts = attachment.facts();
        this.module = module;
        this.problems = problems;
    }

    /** Checks what has to hold for the call to be made; what is wrong with what it says is found when that is read. */
    void check() {
        for (Entry entry : group.entries()) {
            if (mark.function() == MarkFunction.WAIT) {
                if (entry.function() != MarkFunction.DEPEND) {
                    refuse(entry, "takes '" + MarkFunction.DEPEND.symbol() + "' only");
                }
            } else if (entry.function() == MarkFunction.DEPEND) {
                if (MappingMarks.mapped(entry, group, facts).isEmpty()) {
                    problems.accept(new MisplacedMark(entry.first().call(), MappingMarks.NO_ARGUMENT));
                }
            } else if (entry.function().addsToMapping()) {
                if (MappingMarks.mapped(entry, group, facts).isEmpty()) {
                    problems.accept(new MisplacedMark(entry.first().call(), MappingMarks.NOT_MAPPED));
                }
            } else if (!WITH_DATA.contains(entry.function())) {
                refuse(entry, "takes '" + MarkFunction.MAP_POINTER.symbol() + "' only");
            }
        }
        BundleList.problems(group.entries(), facts).forEach(problems);
        module.findFunction(MarkFunction.DATA)
                .filter(data -> !data.isDeclaration() || !data.type().equals(type()))
                .ifPresent(taken -> problems.accept(new MisplacedMark(
                        mark.call(),
                        "the module has '" + MarkFunction.DATA + "' as " + taken.type() + "; declare it as "
                                + type())));
    }

    private void refuse(Entry entry, String taken) {
        problems.accept(new MisplacedMark(
                entry.first().call(),
                "'" + entry.function().symbol() + "' is for calls, and '"
                        + mark.function().symbol() + "' " + taken + "; remove it"));
    }

    private IrType type() {
        IrContext context = module.context();
        return context.variadicFunction(context.voidType(), List.of());
    }

    /**
     * Makes the call; the marks are still there.
     *
     * @param numbers the place of each mark among those of the module
     */
    MarkedByCalls build(ToIntFunction<IrInstruction> numbers) {
        IrContext context = module.context();
        IrInstruction at = mark.call();
        MarkValues values = new MarkValues(facts, context, at);
        List<IrValue> pointers = new ArrayList<>();
        BundleList list = new BundleList(List.of(), context);
        Entry own = new Entry(mark);
        String tag = MarkedCallBuilder.TAG + "." + mark.function().dataTag();
        list.add(
                mark.function(),
                Optional.of(new OperandBundle(tag, values.all(own))),
                MarkedCallBuilder.origin(own, numbers));
        Map<Entry, IrValue> indices = new HashMap<>();
        for (Entry entry : group.entries()) {
            MarkedByCalls.Origin origin = MarkedCallBuilder.origin(entry, numbers);
            if (entry.function() == MarkFunction.SECTION) {
                list.addDimension(values.all(entry), origin);
                continue;
            }
            if (entry.function() == MarkFunction.NOWAIT) {
                list.add(
                        entry.function(),
                        Optional.of(new OperandBundle(MarkedCallBuilder.TAG + ".nowait", List.of())),
                        origin);
                continue;
            }
            if (entry.function() == MarkFunction.DEPEND) {
                IrValue index = MappingMarks.mapped(entry, group, facts)
                        .map(indices::get)
                        .orElseGet(() -> context.constant(MarkedCallBuilder.I32, pointers.size()));
                if (mark.function() == MarkFunction.WAIT) {
                    pointers.add(values.value(entry, 0));
                }
                list.add(entry.function(), Optional.of(MappingMarks.dependence(entry, index, values)), origin);
                continue;
            }
            if (entry.function().addsToMapping()) {
                IrValue index = MappingMarks.mapped(entry, group, facts)
                        .map(indices::get)
                        .orElseThrow();
                list.add(entry.function(), Optional.of(MappingMarks.bundle(entry, index, values, context)), origin);
                continue;
            }
            IrValue index = context.constant(MarkedCallBuilder.I32, pointers.size());
            indices.put(entry, index);
            pointers.add(values.value(entry, 0));
            list.add(
                    entry.function(),
                    Optional.of(new OperandBundle(
                            MarkedCallBuilder.TAG + ".map",
                            List.of(index, values.value(entry, 1), values.value(entry, 2)))),
                    origin);
        }
        IrFunction data = module.findFunction(MarkFunction.DATA)
                .orElseGet(() -> module.addFunction(MarkFunction.DATA, type(), Linkage.EXTERNAL));
        try (IrBuilder builder = IrBuilder.before(at, context)) {
            IrInstruction made = new IrInstruction(builder.call(type(), data.value(), pointers, list.bundles()));
            return new MarkedByCalls(made, list.origins().get(0), List.copyOf(list.origins()));
        }
    }
}
