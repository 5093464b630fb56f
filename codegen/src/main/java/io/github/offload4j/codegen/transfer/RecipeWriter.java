package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/** Computes recipes of a function where it is called. */
final class RecipeWriter {
    private final IrContext context;
    private final List<IrValue> arguments;
    private final IrBuilder builder;

    /**
     * Computes for one call.
     *
     * @param arguments what is passed
     * @param builder where it is computed
     */
    RecipeWriter(IrContext context, List<IrValue> arguments, IrBuilder builder) {
        this.context = context;
        this.arguments = arguments;
        this.builder = builder;
    }

    /** Returns the value of a recipe, emitting what it takes. */
    IrValue at(Recipe recipe) {
        if (recipe instanceof Recipe.Parameter parameter) {
            return arguments.get(parameter.index());
        }
        if (recipe instanceof Recipe.Constant constant) {
            return constant.value();
        }
        if (recipe instanceof Recipe.Literal number) {
            return context.constant(Long.SIZE, number.value());
        }
        if (recipe instanceof Recipe.Offset offset) {
            IrValue distance = context.constant(Long.SIZE, offset.bytes());
            return builder.offsetAddress(context.integer(Byte.SIZE), at(offset.base()), distance, "");
        }
        Recipe.Operation operation = (Recipe.Operation) recipe;
        List<IrValue> operands = operation.operands().stream().map(this::at).toList();
        IrInstruction copy = builder.copyOf(operation.sample());
        for (int i = 0; i < operands.size(); i++) {
            copy.setOperand(i, operands.get(i));
        }
        return copy.value();
    }
}
