package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a function that its callers can compute as well: from what they pass, globals and constants. */
sealed interface Formula {
    /** What takes more computations than these is not worth computing again, and would grow from caller to caller. */
    int HEAVIEST = 64;

    /** What is passed for a parameter, from 0. */
    record Parameter(int index) implements Formula {}

    /** A constant of 64 bits. */
    record Literal(long value) implements Formula {}

    /** A constant integer of another width, null or a global variable. */
    record Constant(IrValue value) implements Formula {}

    /** A pointer so many bytes behind another. */
    record Offset(Formula base, long bytes) implements Formula {}

    /**
     * A computation without side effects.
     *
     * @param sample an instruction that does it, on other operands
     * @param weight how many computations it takes, some of them perhaps several times
     */
    record Operation(IrInstruction sample, List<Formula> operands, int weight) implements Formula {
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

    /** Returns the same in terms of a caller, or nothing when an argument has no formula there. */
    default Optional<Formula> with(List<Optional<Formula>> arguments) {
        if (this instanceof Parameter parameter) {
            return arguments.get(parameter.index());
        }
        if (this instanceof Offset offset) {
            return offset.base().with(arguments).map(base -> at(base, offset.bytes()));
        }
        if (this instanceof Operation operation) {
            List<Formula> operands = new ArrayList<>();
            for (Formula operand : operation.operands()) {
                operand.with(arguments).ifPresent(operands::add);
            }
            return operands.size() == operation.operands().size()
                    ? operation(operation.sample(), operands)
                    : Optional.empty();
        }
        return Optional.of(this);
    }

    /** Returns what an instruction computes from other operands, as a number where it is known, unless it is too much. */
    static Optional<Formula> operation(IrInstruction sample, List<Formula> operands) {
        if (operands.size() == 2
                && operands.get(0) instanceof Literal left
                && operands.get(1) instanceof Literal right) {
            Optional<Formula> known = known(sample, left.value(), right.value());
            if (known.isPresent()) {
                return known;
            }
        }
        int weight = 1 + operands.stream().mapToInt(Formula::weight).sum();
        return weight > HEAVIEST ? Optional.empty() : Optional.of(new Operation(sample, List.copyOf(operands), weight));
    }

    private static Optional<Formula> known(IrInstruction sample, long left, long right) {
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
    static Formula at(Formula base, long bytes) {
        if (bytes == 0) {
            return base;
        }
        return base instanceof Offset offset ? at(offset.base(), offset.bytes() + bytes) : new Offset(base, bytes);
    }
}
