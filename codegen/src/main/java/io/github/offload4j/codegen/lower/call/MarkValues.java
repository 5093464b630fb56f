package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What marks pass, as values that can be used where the call is that they are for. */
final class MarkValues {
    private final Facts facts;
    private final IrContext context;
    private final IrInstruction call;

    MarkValues(Facts facts, IrContext context, IrInstruction call) {
        this.facts = facts;
        this.context = context;
        this.call = call;
    }

    /** Returns everything that a mark passes. */
    List<IrValue> all(Entry entry) {
        List<IrValue> values = new ArrayList<>();
        for (int i = 0; i < entry.first().call().arguments().size(); i++) {
            values.add(value(entry, i));
        }
        return values;
    }

    /** Returns one thing that a mark passes. */
    IrValue value(Entry entry, int operand) {
        IrValue given = entry.first().operand(operand);
        OptionalLong constant = facts.constant(entry.first(), operand);
        if (constant.isPresent()) {
            return context.constant(given.type().integerBits(), constant.getAsLong());
        }
        Optional<IrFunction> function =
                given.type().isPointer() ? facts.function(entry.first(), operand) : Optional.empty();
        if (function.isPresent()) {
            return function.get().value();
        }
        boolean common =
                entry.calls().stream().allMatch(mark -> mark.operand(operand).equals(given));
        return common ? given : throughSlot(entry, operand);
    }

    /** Each way brings the same value under another name, so it is kept in a slot. */
    private IrValue throughSlot(Entry entry, int operand) {
        IrValue given = entry.first().operand(operand);
        int alignment = Long.BYTES;
        try (IrBuilder builder = IrBuilder.before(call, context);
                IrBuilder start = builder.pastAllocas()) {
            IrValue slot = start.alloca(given.type(), "offload.mark", alignment);
            for (MarkCall mark : entry.calls()) {
                try (IrBuilder at = IrBuilder.before(mark.call(), context)) {
                    at.store(mark.operand(operand), slot, alignment);
                }
            }
            return builder.load(given.type(), slot, alignment, "");
        }
    }
}
