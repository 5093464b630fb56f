package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/** Computes formulas of a function where it is called. */
final class FormulaWriter {
    private final IrContext context;
    private final List<IrValue> arguments;
    private final IrBuilder builder;

    /**
     * Computes for one call.
     *
     * @param arguments what is passed
     * @param builder where it is computed
     */
    FormulaWriter(IrContext context, List<IrValue> arguments, IrBuilder builder) {
        this.context = context;
        this.arguments = arguments;
        this.builder = builder;
    }

    /** Returns the value of a formula, emitting what it takes. */
    IrValue at(Formula formula) {
        if (formula instanceof Formula.Parameter parameter) {
            return arguments.get(parameter.index());
        }
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Literal number) {
            return context.constant(Long.SIZE, number.value());
        }
        if (formula instanceof Formula.Offset offset) {
            IrValue distance = context.constant(Long.SIZE, offset.bytes());
            return builder.offsetAddress(context.integer(Byte.SIZE), at(offset.base()), distance, "");
        }
        Formula.Operation operation = (Formula.Operation) formula;
        List<IrValue> operands = operation.operands().stream().map(this::at).toList();
        IrInstruction copy = builder.copyOf(operation.sample());
        for (int i = 0; i < operands.size(); i++) {
            copy.setOperand(i, operands.get(i));
        }
        return copy.value();
    }
}
