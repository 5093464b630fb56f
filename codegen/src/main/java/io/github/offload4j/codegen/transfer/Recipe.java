package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a function that its callers can compute as well: from what they pass, globals and constants. */
sealed interface Recipe {
    /** What takes more computations than these is not worth computing again, and would grow from caller to caller. */
    int HEAVIEST = 64;

    /** What is passed for a parameter, from 0. */
    record Parameter(int index) implements Recipe {}

    /** A constant of 64 bits. */
    record Literal(long value) implements Recipe {}

    /** A constant integer of another width, null or a global variable. */
    record Constant(IrValue value) implements Recipe {}

    /** A pointer so many bytes behind another. */
    record Offset(Recipe base, long bytes) implements Recipe {}

    /**
     * A computation without side effects.
     *
     * @param sample an instruction that does it, on other operands
     * @param weight how many computations it takes, some of them perhaps several times
     */
    record Operation(IrInstruction sample, List<Recipe> operands, int weight) implements Recipe {
        private String kind() {
            return sample.opcode() + " " + sample.value().type() + " " + sample.comparison();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Operation operation
                    && operation.kind().equals(kind())
                    && operation.operands.equals(operands);
        }

        @Override
        public int hashCode() {
            return operands.hashCode();
        }
    }

    /** Returns the same in terms of a caller, or nothing when an argument has no recipe there. */
    default Optional<Recipe> with(List<Optional<Recipe>> arguments) {
        if (this instanceof Parameter parameter) {
            return arguments.get(parameter.index());
        }
        if (this instanceof Offset offset) {
            return offset.base().with(arguments).map(base -> at(base, offset.bytes()));
        }
        if (this instanceof Operation operation) {
            List<Recipe> operands = new ArrayList<>();
            for (Recipe operand : operation.operands()) {
                operand.with(arguments).ifPresent(operands::add);
            }
            return operands.size() == operation.operands().size()
                    ? operation(operation.sample(), operands)
                    : Optional.empty();
        }
        return Optional.of(this);
    }

    /** Returns what an instruction computes from other operands, as a number where it is known, unless it is too much. */
    static Optional<Recipe> operation(IrInstruction sample, List<Recipe> operands) {
        if (operands.size() == 2
                && operands.get(0) instanceof Literal left
                && operands.get(1) instanceof Literal right) {
            Optional<Recipe> known = known(sample, left.value(), right.value());
            if (known.isPresent()) {
                return known;
            }
        }
        int weight = 1 + operands.stream().mapToInt(Recipe::weight).sum();
        return weight > HEAVIEST ? Optional.empty() : Optional.of(new Operation(sample, List.copyOf(operands), weight));
    }

    private static Optional<Recipe> known(IrInstruction sample, long left, long right) {
        return switch (sample.opcode()) {
            case ADD -> Optional.of(new Literal(left + right));
            case SUBTRACT -> Optional.of(new Literal(left - right));
            case MULTIPLY -> Optional.of(new Literal(left * right));
            default -> Optional.empty();
        };
    }

    /** Returns how many computations it takes. */
    default int weight() {
        return 0;
    }

    /** Returns a pointer behind another. */
    static Recipe at(Recipe base, long bytes) {
        if (bytes == 0) {
            return base;
        }
        return base instanceof Offset offset ? at(offset.base(), offset.bytes() + bytes) : new Offset(base, bytes);
    }
}
