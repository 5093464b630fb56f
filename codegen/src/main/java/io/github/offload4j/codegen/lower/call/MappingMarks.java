package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.OperandBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Marks that add to what another mark maps. */
final class MappingMarks {
    static final String NOT_MAPPED = "no mark of this group maps this pointer before; map the structure with"
            + " offload_map_pointer first, and pass the same variable to both";

    static final String NO_ARGUMENT =
            "no mark of this group maps this pointer before; map it with offload_map_pointer first,"
                    + " and pass the same variable to both";

    private MappingMarks() {}

    /**
     * Returns the bundle for what orders a site.
     *
     * @param index the number of the argument
     */
    static OperandBundle dependence(Entry entry, IrValue index, MarkValues values) {
        return new OperandBundle(MarkedCallBuilder.TAG + ".depend", List.of(index, values.value(entry, 1)));
    }

    /** Returns the mark that maps what another adds to. */
    static Optional<Entry> mapped(Entry entry, Pending.Group group, Facts facts) {
        List<Entry> before = group.entries().subList(0, group.entries().indexOf(entry));
        return before.stream()
                .filter(mark -> mark.function() == MarkFunction.MAP_POINTER)
                .filter(mark -> facts.nameSame(mark.first(), entry.first()))
                .findFirst();
    }

    /**
     * Returns the bundle for a mark.
     *
     * @param index the number of the argument
     */
    static OperandBundle bundle(Entry entry, IrValue index, MarkValues values, IrContext context) {
        List<IrValue> operands = new ArrayList<>(List.of(index));
        int count = entry.first().call().arguments().size();
        for (int i = 1; i < count; i++) {
            operands.add(wide(values.value(entry, i), context));
        }
        String tag = entry.function() == MarkFunction.MEMBER ? ".member" : ".mapper";
        return new OperandBundle(MarkedCallBuilder.TAG + tag, operands);
    }

    /** C passes offsets in whatever type the constant has. */
    private static IrValue wide(IrValue value, IrContext context) {
        OptionalLong constant = value.constantInteger();
        return constant.isPresent() && value.type().isInteger()
                ? context.constant(Long.SIZE, constant.getAsLong())
                : value;
    }
}
