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

/** Reads the values of one function as formulas. */
final class FormulaReader {
    private static final int DEEPEST = 16;

    private final FunctionFacts facts;
    private final Map<IrValue, Integer> parameters = new HashMap<>();

    FormulaReader(FunctionFacts facts) {
        this.facts = facts;
        IrFunction function = facts.function();
        for (int i = 0; i < function.parameterCount(); i++) {
            parameters.put(function.parameter(i), i);
        }
    }

    /** Returns how callers can compute a value, or nothing when they cannot. */
    Optional<Formula> read(IrValue value) {
        return read(value, 0);
    }

    private Optional<Formula> read(IrValue value, int depth) {
        if (value.type().isPointer()) {
            Address address = facts.pointers().address(value);
            return address.offset().isEmpty()
                    ? Optional.empty()
                    : leaf(address.base())
                            .map(base -> Formula.at(base, address.offset().getAsLong()));
        }
        IrValue source = facts.values().trace(value);
        Optional<Formula> leaf = leaf(source);
        Optional<IrInstruction> instruction =
                source.asInstruction().filter(i -> Expressions.isPure(i) && depth < DEEPEST);
        return leaf.isPresent() || instruction.isEmpty() ? leaf : operation(instruction.get(), depth);
    }

    private Optional<Formula> leaf(IrValue value) {
        Integer parameter = parameters.get(value);
        if (parameter != null) {
            return Optional.of(new Formula.Parameter(parameter));
        }
        if (value.isConstantInteger() && value.type().integerBits() == Long.SIZE) {
            return Optional.of(new Formula.Literal(value.constantInteger().orElseThrow()));
        }
        boolean constant = value.isConstantInteger() || value.isNullConstant() || value.isGlobalVariable();
        return constant ? Optional.of(new Formula.Constant(value)) : Optional.empty();
    }

    private Optional<Formula> operation(IrInstruction instruction, int depth) {
        List<Formula> operands = new ArrayList<>();
        for (IrValue operand : instruction.operands()) {
            Optional<Formula> read = read(operand, depth + 1);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            operands.add(read.get());
        }
        return Formula.operation(instruction, operands);
    }
}
