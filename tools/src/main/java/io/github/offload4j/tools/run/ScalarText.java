package io.github.offload4j.tools.run;

import io.github.offload4j.runtime.jit.HalfPrecision;
import io.github.offload4j.tools.diagnostic.Words;
import java.math.BigInteger;

/** Reads a scalar: {@code 1000}, {@code -3}, {@code 0xff}, {@code 2.5}, {@code true}. */
final class ScalarText {
    private ScalarText() {}

    /**
     * Returns the value as the class that a parameter of the type takes.
     *
     * @param type in LLVM's spelling
     * @throws ArgumentException when the type cannot be given on a command line, or cannot hold the value
     */
    static Object read(GivenArgument given, String type) {
        try {
            return switch (type) {
                case "i1" -> bool(given);
                case "i8" -> (byte) integer(given, Byte.SIZE);
                case "i16" -> (short) integer(given, Short.SIZE);
                case "i32" -> (int) integer(given, Integer.SIZE);
                case "i64" -> integer(given, Long.SIZE);
                case "half" -> half(given);
                case "float" ->
                    finite(given, (double) Float.parseFloat(given.text())).floatValue();
                case "double" -> finite(given, Double.parseDouble(given.text()));
                default -> throw given.wrong("a value of type " + type + " cannot be given on the command line");
            };
        } catch (NumberFormatException e) {
            throw given.wrong(Words.quote(given.text()) + " is no value of type " + type);
        }
    }

    private static Boolean bool(GivenArgument given) {
        return switch (given.text()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw given.wrong(Words.quote(given.text()) + " is neither true nor false");
        };
    }

    private static Float half(GivenArgument given) {
        float number = HalfPrecision.toFloat(HalfPrecision.of(Float.parseFloat(given.text())));
        return finite(given, number).floatValue();
    }

    /** An infinity that is meant is written as such. */
    private static Double finite(GivenArgument given, double value) {
        if (Double.isInfinite(value) && !given.text().contains("Infinity")) {
            throw given.wrong(Words.quote(given.text()) + " is too large");
        }
        return value;
    }

    /** Signed and unsigned numbers of the width are taken. */
    private static long integer(GivenArgument given, int bits) {
        String text = given.text();
        BigInteger value = text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
        if (value.signum() < 0 ? value.bitLength() >= bits : value.bitLength() > bits) {
            throw given.wrong(Words.quote(text) + " does not fit into i" + bits);
        }
        return value.longValue();
    }
}
