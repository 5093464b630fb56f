package io.github.offload4j.codegen.signature;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What an expression computes from two signed numbers of 64 bits. */
public enum Operator {
    /** The sum. */
    ADD("+", 1),
    /** The difference. */
    SUBTRACT("-", 1),
    /** The product. */
    MULTIPLY("*", 2),
    /** The quotient without its fraction, as in C. */
    DIVIDE("/", 2),
    /** The quotient rounded up. */
    CEILDIV("ceildiv", 0),
    /** The smaller one. */
    MIN("min", 0),
    /** The larger one. */
    MAX("max", 0);

    private final String sign;
    private final int rank;

    Operator(String sign, int rank) {
        this.sign = sign;
        this.rank = rank;
    }

    /** Returns how it is written. */
    public String sign() {
        return sign;
    }

    /** Returns whether it is written like a call. */
    public boolean isFunction() {
        return rank == 0;
    }

    /** Returns whether it divides. */
    public boolean divides() {
        return this == DIVIDE || this == CEILDIV;
    }

    /** Returns how close it binds, from 1, for those that stand between their operands. */
    public int rank() {
        return rank;
    }

    /**
     * What it is applied to, as text.
     *
     * @param text how it is written
     * @param operator what it is computed by, if it is
     */
    public record Operand(String text, Optional<Operator> operator) {
        /** Checks the values. */
        public Operand {
            Objects.requireNonNull(text, "text is null");
            Objects.requireNonNull(operator, "operator is null");
        }
    }

    /** Returns how the result is written; all operators group to the left. */
    public String text(Operand left, Operand right) {
        Objects.requireNonNull(left, "left is null");
        Objects.requireNonNull(right, "right is null");
        if (isFunction()) {
            return sign + "(" + left.text() + ", " + right.text() + ")";
        }
        if (this == SUBTRACT && left.text().equals("0")) {
            return "-" + text(right, rank);
        }
        return text(left, rank - 1) + " " + sign + " " + text(right, rank);
    }

    private static String text(Operand operand, int weakest) {
        boolean grouped = operand.operator()
                .filter(inner -> !inner.isFunction() && inner.rank <= weakest)
                .isPresent();
        return grouped ? "(" + operand.text() + ")" : operand.text();
    }

    /** Returns the result, or nothing when it does not fit 64 bits or is a division by 0. */
    public OptionalLong apply(long left, long right) {
        try {
            return divides() && right == 0 ? OptionalLong.empty() : OptionalLong.of(exact(left, right));
        } catch (ArithmeticException tooLarge) {
            return OptionalLong.empty();
        }
    }

    private long exact(long left, long right) {
        return switch (this) {
            case ADD -> Math.addExact(left, right);
            case SUBTRACT -> Math.subtractExact(left, right);
            case MULTIPLY -> Math.multiplyExact(left, right);
            case DIVIDE -> quotient(left, right);
            case CEILDIV -> {
                long quotient = quotient(left, right);
                long rest = left - quotient * right;
                yield rest != 0 && (rest ^ right) >= 0 ? quotient + 1 : quotient;
            }
            case MIN -> Math.min(left, right);
            case MAX -> Math.max(left, right);
        };
    }

    private static long quotient(long left, long right) {
        return right == -1 ? Math.negateExact(left) : left / right;
    }
}
