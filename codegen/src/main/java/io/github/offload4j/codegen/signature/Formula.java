package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * A number of 64 bits with a sign that is computed when the program runs: from constants, from values of the function, and
 * from what stands in the structure that a {@link Member} is in. The program stops with a message where a number on the way
 * does not fit, or is divided by 0.
 */
public sealed interface Formula {
    /**
     * A number known now.
     *
     * @param number the number
     */
    record Constant(long number) implements Formula {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /**
     * A value of the function. One narrower than 64 bits is widened as a signed number.
     *
     * @param value an integer of at most 64 bits
     */
    record Value(IrValue value) implements Formula {
        /** Checks the value. */
        public Value {
            Objects.requireNonNull(value, "value is null");
        }

        @Override
        public String toString() {
            return value.name().isEmpty() ? "a value" : value.name();
        }
    }

    /**
     * A number in the structure. One narrower than 64 bits is widened as a signed number.
     *
     * @param at where it stands there, in bytes
     * @param bits how wide it is: 8, 16, 32 or 64
     * @param name what messages call it; may be empty
     */
    record Field(long at, int bits, String name) implements Formula {
        /**
         * Checks the values.
         *
         * @throws OffloadException when one is out of range
         */
        public Field {
            Objects.requireNonNull(name, "name is null");
            requireField(at, bits);
        }

        @Override
        public String toString() {
            return name.isEmpty() ? "field " + at : name;
        }
    }

    /**
     * What is computed from two numbers.
     *
     * @param operator how
     * @param left the first
     * @param right the second
     */
    record Operation(Operator operator, Formula left, Formula right) implements Formula {
        /** Checks the values. */
        public Operation {
            Objects.requireNonNull(operator, "operator is null");
            Objects.requireNonNull(left, "left is null");
            Objects.requireNonNull(right, "right is null");
        }

        private static Operator.Operand operand(Formula formula) {
            return new Operator.Operand(
                    formula.toString(),
                    formula instanceof Operation operation ? Optional.of(operation.operator()) : Optional.empty());
        }

        @Override
        public String toString() {
            return operator.text(operand(left), operand(right));
        }
    }

    /** Returns a number known now. */
    static Formula of(long number) {
        return new Constant(number);
    }

    /** Returns a value of the function, an integer of at most 64 bits. */
    static Formula of(LLVMValueRef value) {
        return new Value(IrValue.of(value, "value"));
    }

    /**
     * Returns a number that stands in the structure.
     *
     * @param at where it stands there, in bytes
     * @param bits how wide it is: 8, 16, 32 or 64
     * @throws OffloadException when one is out of range
     */
    static Formula field(long at, int bits) {
        return new Field(at, bits, "");
    }

    /** Returns the sum. */
    default Formula plus(Formula other) {
        return new Operation(Operator.ADD, this, other);
    }

    /** Returns the difference. */
    default Formula minus(Formula other) {
        return new Operation(Operator.SUBTRACT, this, other);
    }

    /** Returns the product. */
    default Formula times(Formula other) {
        return new Operation(Operator.MULTIPLY, this, other);
    }

    /** Returns the quotient without its fraction. */
    default Formula dividedBy(Formula other) {
        return new Operation(Operator.DIVIDE, this, other);
    }

    /** Returns the quotient rounded up. */
    default Formula ceilDividedBy(Formula other) {
        return new Operation(Operator.CEILDIV, this, other);
    }

    /** Returns the smaller one. */
    default Formula min(Formula other) {
        return new Operation(Operator.MIN, this, other);
    }

    /** Returns the larger one. */
    default Formula max(Formula other) {
        return new Operation(Operator.MAX, this, other);
    }

    /** Returns what it is computed from: constants, values and fields. */
    default Stream<Formula> leaves() {
        return this instanceof Operation operation
                ? Stream.concat(operation.left().leaves(), operation.right().leaves())
                : Stream.of(this);
    }

    private static void requireField(long at, int bits) {
        if (at < 0) {
            throw new OffloadException(Reason.ARGUMENT, "negative offset of a count, " + at);
        }
        if (bits < Byte.SIZE || bits > Long.SIZE || Integer.bitCount(bits) != 1) {
            throw new OffloadException(
                    Reason.ARGUMENT, "a count of " + bits + " bits; expected 8, 16, 32 or 64 in a structure");
        }
    }
}
