package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the values of one function as recipes. */
final class RecipeReader {
    private static final int DEEPEST = 16;

    private final FunctionFacts facts;
    private final Map<IrValue, Integer> parameters = new HashMap<>();

    RecipeReader(FunctionFacts facts) {
        this.facts = facts;
        IrFunction function = facts.function();
        for (int i = 0; i < function.parameterCount(); i++) {
            parameters.put(function.parameter(i), i);
        }
    }

    /** Returns how callers can compute a value, or nothing when they cannot. */
    Optional<Recipe> read(IrValue value) {
        return read(value, 0);
    }

    private Optional<Recipe> read(IrValue value, int depth) {
        if (value.type().isPointer()) {
            Address address = facts.pointers().address(value);
            return address.offset().isEmpty()
                    ? Optional.empty()
                    : leaf(address.base())
                            .map(base -> Recipe.at(base, address.offset().getAsLong()));
        }
        IrValue source = facts.values().trace(value);
        Optional<Recipe> leaf = leaf(source);
        Optional<IrInstruction> instruction =
                source.asInstruction().filter(i -> Expressions.isPure(i) && depth < DEEPEST);
        return leaf.isPresent() || instruction.isEmpty() ? leaf : operation(instruction.get(), depth);
    }

    private Optional<Recipe> leaf(IrValue value) {
        Integer parameter = parameters.get(value);
        if (parameter != null) {
            return Optional.of(new Recipe.Parameter(parameter));
        }
        if (value.isConstantInteger() && value.type().integerBits() == Long.SIZE) {
            return Optional.of(new Recipe.Literal(value.constantInteger().orElseThrow()));
        }
        boolean constant = value.isConstantInteger() || value.isNullConstant() || value.isGlobalVariable();
        return constant ? Optional.of(new Recipe.Constant(value)) : Optional.empty();
    }

    private Optional<Recipe> operation(IrInstruction instruction, int depth) {
        List<Recipe> operands = new ArrayList<>();
        for (IrValue operand : instruction.operands()) {
            Optional<Recipe> read = read(operand, depth + 1);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            operands.add(read.get());
        }
        return Recipe.operation(instruction, operands);
    }
}
