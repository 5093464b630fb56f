package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.ir.Step;
import java.util.OptionalLong;

/** Integers of up to 64 bits, kept with zeros above their bits. */
final class Arithmetic {
    private Arithmetic() {}

    static long cut(long value, int bits) {
        return bits >= Long.SIZE ? value : value & ((1L << bits) - 1);
    }

    static long signed(long value, int bits) {
        int unused = Long.SIZE - bits;
        return value << unused >> unused;
    }

    /** Returns what an operation gives; nothing where it is undefined. */
    static OptionalLong compute(Step.Kind kind, long left, long right, int bits) {
        boolean shift =
                kind == Step.Kind.SHIFT_LEFT || kind == Step.Kind.SHIFT_RIGHT || kind == Step.Kind.SHIFT_RIGHT_SIGNED;
        boolean division = kind == Step.Kind.DIVIDE
                || kind == Step.Kind.DIVIDE_SIGNED
                || kind == Step.Kind.REMAINDER
                || kind == Step.Kind.REMAINDER_SIGNED;
        if ((shift && Long.compareUnsigned(right, bits) >= 0) || (division && right == 0)) {
            return OptionalLong.empty();
        }
        long result = switch (kind) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case SHIFT_LEFT -> left << right;
            case SHIFT_RIGHT -> left >>> right;
            case SHIFT_RIGHT_SIGNED -> signed(left, bits) >> right;
            case DIVIDE -> Long.divideUnsigned(left, right);
            case DIVIDE_SIGNED -> signed(left, bits) / signed(right, bits);
            case REMAINDER -> Long.remainderUnsigned(left, right);
            case REMAINDER_SIGNED -> signed(left, bits) % signed(right, bits);
            case RESIZE,
                    EXTEND,
                    COPY,
                    COMPARE,
                    SELECT,
                    ADDRESS,
                    LOAD,
                    STORE,
                    ATOMIC,
                    CALL,
                    JUMP,
                    RETURN,
                    UNKNOWN,
                    LOST -> throw new IllegalArgumentException(kind + " computes nothing");
        };
        return OptionalLong.of(cut(result, bits));
    }

    static boolean compare(String how, long left, long right, int bits) {
        int unsigned = Long.compareUnsigned(left, right);
        int signed = Long.compare(signed(left, bits), signed(right, bits));
        return switch (how) {
            case "eq" -> left == right;
            case "ne" -> left != right;
            case "ugt" -> unsigned > 0;
            case "uge" -> unsigned >= 0;
            case "ult" -> unsigned < 0;
            case "ule" -> unsigned <= 0;
            case "sgt" -> signed > 0;
            case "sge" -> signed >= 0;
            case "slt" -> signed < 0;
            default -> signed <= 0;
        };
    }
}
