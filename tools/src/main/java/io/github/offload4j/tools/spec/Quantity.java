package io.github.offload4j.tools.spec;

import java.util.OptionalLong;
import java.util.function.Function;

/** A whole number of 64 bits: one that is written down, or one that is computed from parameters. */
public sealed interface Quantity {
    /** Returns how a spec writes it. */
    String text();

    /**
     * Returns its value, or nothing where a parameter's is not known or the number cannot be computed.
     *
     * @param parameters the values of integer parameters by their names
     */
    OptionalLong value(Function<String, OptionalLong> parameters);

    /**
     * A number that is written down.
     *
     * @param value the number
     */
    record Constant(long value) implements Quantity {
        @Override
        public String text() {
            return Long.toString(value);
        }

        @Override
        public OptionalLong value(Function<String, OptionalLong> parameters) {
            return OptionalLong.of(value);
        }
    }

    /**
     * The value of an integer parameter, which is a signed number.
     *
     * @param parameter its name
     */
    record Named(String parameter) implements Quantity {
        @Override
        public String text() {
            return parameter;
        }

        @Override
        public OptionalLong value(Function<String, OptionalLong> parameters) {
            return parameters.apply(parameter);
        }
    }

    /**
     * What is computed from two numbers.
     *
     * @param operator how
     * @param left the first
     * @param right the second; no constant 0 for a division
     */
    record Operation(Operator operator, Quantity left, Quantity right) implements Quantity {
        @Override
        public String text() {
            if (operator.isFunction()) {
                return operator.sign() + "(" + left.text() + ", " + right.text() + ")";
            }
            if (operator == Operator.SUBTRACT && left.equals(new Constant(0))) {
                return "-" + operand(right, true);
            }
            return operand(left, false) + " " + operator.sign() + " " + operand(right, true);
        }

        /** All operators group to the left. */
        private String operand(Quantity quantity, boolean isRight) {
            boolean grouped = quantity instanceof Operation inner
                    && !inner.operator.isFunction()
                    && (isRight ? inner.operator.rank() <= operator.rank() : inner.operator.rank() < operator.rank());
            return grouped ? "(" + quantity.text() + ")" : quantity.text();
        }

        @Override
        public OptionalLong value(Function<String, OptionalLong> parameters) {
            OptionalLong first = left.value(parameters);
            OptionalLong second = right.value(parameters);
            return first.isPresent() && second.isPresent()
                    ? operator.apply(first.getAsLong(), second.getAsLong())
                    : OptionalLong.empty();
        }
    }
}
