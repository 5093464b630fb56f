package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.signature.Operator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A number of 64 bits with a sign that is computed from a function's arguments. */
public sealed interface LibraryExpression {
    /**
     * A number known now.
     *
     * @param number the number
     */
    record Constant(long number) implements LibraryExpression {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /**
     * An integer argument.
     *
     * @param parameter the parameter's name
     */
    record Argument(String parameter) implements LibraryExpression {
        /** Checks the value. */
        public Argument {
            Objects.requireNonNull(parameter, "parameter is null");
        }

        @Override
        public String toString() {
            return parameter;
        }
    }

    /**
     * How many bytes an element has by an argument.
     *
     * @param parameter the parameter's name
     * @param enumeration what it chooses among
     */
    record Bytes(String parameter, LibraryEnumeration enumeration) implements LibraryExpression {
        /** Checks the values. */
        public Bytes {
            Objects.requireNonNull(parameter, "parameter is null");
            Objects.requireNonNull(enumeration, "enumeration is null");
        }

        @Override
        public String toString() {
            return "bytes(" + parameter + ")";
        }
    }

    /**
     * What is computed from two numbers.
     *
     * @param operator how
     * @param left the first
     * @param right the second
     */
    record Operation(Operator operator, LibraryExpression left, LibraryExpression right) implements LibraryExpression {
        /** Checks the values. */
        public Operation {
            Objects.requireNonNull(operator, "operator is null");
            Objects.requireNonNull(left, "left is null");
            Objects.requireNonNull(right, "right is null");
        }

        private static Operator.Operand operand(LibraryExpression expression) {
            boolean grouped = expression instanceof Choice;
            return new Operator.Operand(
                    grouped ? "(" + expression + ")" : expression.toString(),
                    expression instanceof Operation operation ? Optional.of(operation.operator()) : Optional.empty());
        }

        @Override
        public String toString() {
            return operator.text(operand(left), operand(right));
        }
    }

    /**
     * One of two numbers, by an argument.
     *
     * @param parameter the parameter that decides
     * @param word the choice that selects the first number
     * @param number what the library has for it
     * @param then the first number
     * @param otherwise the second number
     */
    record Choice(String parameter, String word, long number, LibraryExpression then, LibraryExpression otherwise)
            implements LibraryExpression {
        /** Checks the values. */
        public Choice {
            Objects.requireNonNull(parameter, "parameter is null");
            Objects.requireNonNull(word, "word is null");
            Objects.requireNonNull(then, "then is null");
            Objects.requireNonNull(otherwise, "otherwise is null");
        }

        @Override
        public String toString() {
            return parameter + " = " + word + " ? " + then + " : " + otherwise;
        }
    }

    /**
     * Returns the number, or nothing when it depends on an argument that is not known now, does not fit 64 bits, or takes a
     * division by 0.
     *
     * @param constants integer arguments by the parameter's name
     */
    default OptionalLong value(Map<String, Long> constants) {
        Objects.requireNonNull(constants, "constants is null");
        if (this instanceof Constant constant) {
            return OptionalLong.of(constant.number());
        }
        if (this instanceof Argument argument) {
            return known(constants, argument.parameter());
        }
        if (this instanceof Bytes bytes) {
            OptionalLong chosen = known(constants, bytes.parameter());
            return chosen.isEmpty()
                    ? chosen
                    : bytes.enumeration().word(chosen.getAsLong()).stream()
                            .mapToLong(LibraryEnumeration.Word::bytes)
                            .findFirst();
        }
        if (this instanceof Choice choice) {
            OptionalLong chosen = known(constants, choice.parameter());
            if (chosen.isEmpty()) {
                return chosen;
            }
            return (chosen.getAsLong() == choice.number() ? choice.then() : choice.otherwise()).value(constants);
        }
        Operation operation = (Operation) this;
        OptionalLong left = operation.left().value(constants);
        OptionalLong right = operation.right().value(constants);
        return left.isEmpty() || right.isEmpty()
                ? OptionalLong.empty()
                : operation.operator().apply(left.getAsLong(), right.getAsLong());
    }

    private static OptionalLong known(Map<String, Long> constants, String parameter) {
        Long value = constants.get(parameter);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Returns the names of the parameters that it depends on. */
    default Stream<String> parameters() {
        if (this instanceof Argument argument) {
            return Stream.of(argument.parameter());
        }
        if (this instanceof Bytes bytes) {
            return Stream.of(bytes.parameter());
        }
        if (this instanceof Choice choice) {
            Stream<String> chosen =
                    Stream.concat(choice.then().parameters(), choice.otherwise().parameters());
            return Stream.concat(Stream.of(choice.parameter()), chosen);
        }
        return this instanceof Operation operation
                ? Stream.concat(operation.left().parameters(), operation.right().parameters())
                : Stream.of();
    }
}
