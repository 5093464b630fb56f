package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.signature.Operator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A whole number of 64 bits: one that is written down, or one that is computed from parameters and from what stands in
 * structures.
 */
public sealed interface SpecNumber {
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
    record Constant(long value) implements SpecNumber {
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
    record Named(String parameter) implements SpecNumber {
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
     * A number in the structure that the pointer is in whose count this is.
     *
     * @param field which
     */
    record Own(StructureSpec.Field field) implements SpecNumber {
        @Override
        public String text() {
            return field.name();
        }

        @Override
        public OptionalLong value(Function<String, OptionalLong> parameters) {
            return OptionalLong.empty();
        }
    }

    /**
     * A number in a structure that a parameter points to, or that a pointer in one points to.
     *
     * @param parameter the parameter
     * @param path the pointers on the way, and the number
     */
    record Reached(String parameter, List<StructureSpec.Field> path) implements SpecNumber {
        /** Copies the list. */
        public Reached {
            path = List.copyOf(path);
        }

        @Override
        public String text() {
            return parameter + "."
                    + String.join(
                            ".", path.stream().map(StructureSpec.Field::name).toList());
        }

        @Override
        public OptionalLong value(Function<String, OptionalLong> parameters) {
            return OptionalLong.empty();
        }
    }

    /** Returns whether it names a field of the structure that it is the count of a pointer in. */
    default boolean isOfStructure() {
        return this instanceof Own
                || (this instanceof Operation operation
                        && (operation.left().isOfStructure()
                                || operation.right().isOfStructure()));
    }

    /**
     * What is computed from two numbers.
     *
     * @param operator how
     * @param left the first
     * @param right the second; no constant 0 for a division
     */
    record Operation(Operator operator, SpecNumber left, SpecNumber right) implements SpecNumber {
        @Override
        public String text() {
            return operator.text(operand(left), operand(right));
        }

        private static Operator.Operand operand(SpecNumber quantity) {
            return new Operator.Operand(
                    quantity.text(),
                    quantity instanceof Operation inner ? Optional.of(inner.operator) : Optional.empty());
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
