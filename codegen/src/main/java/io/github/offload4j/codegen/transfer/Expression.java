package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A computation without side effects. Two equal ones give the same value as long as their leaves have the same values.
 *
 * @param operation what is computed; empty for a leaf
 * @param operands what it is computed from
 * @param leaves the value itself for a leaf; nothing otherwise
 */
record Expression(String operation, List<Expression> operands, List<IrValue> leaves) {
    static Expression leaf(IrValue value) {
        return new Expression("", List.of(), List.of(value));
    }

    static Expression of(String operation, Expression... operands) {
        return new Expression(operation, List.of(operands), List.of());
    }

    /** Returns the values that it starts from. */
    Set<IrValue> roots() {
        Set<IrValue> roots = new LinkedHashSet<>(leaves);
        operands.forEach(operand -> roots.addAll(operand.roots()));
        return roots;
    }
}
