package io.github.offload4j.codegen.dialect;

import java.util.List;
import java.util.Locale;

/**
 * Floating-point numbers as {@code f0x} and their bits. LLVM 20 writes {@code float} and {@code double} as the bits of the
 * double of the same value, and numbers of 16 bits with a letter for their type.
 */
final class HexFloats implements Rule {
    static final HexFloats RULE = new HexFloats();

    private static final int HALF_DIGITS = 4;
    private static final int FLOAT_DIGITS = 8;
    private static final int DOUBLE_DIGITS = 16;
    private static final int PREFIX = "f0x".length();
    /** Types stand in front of their numbers, in one line. */
    private static final int FARTHEST_TYPE = 4096;

    private HexFloats() {}

    static boolean begins(Source source, int start) {
        return source.startsWith(start, "f0x");
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        String digits = source.text(token.start() + PREFIX, token.end()).toUpperCase(Locale.ROOT);
        if (source.at(token.end()) == ':' || !digits.matches("[0-9A-F]+")) {
            return token.end(); // a label, or a mistake
        }
        String older = switch (digits.length()) {
            case HALF_DIGITS -> sixteenBits(token.start(), source) + digits;
            case FLOAT_DIGITS -> "0x" + asDouble(Integer.parseUnsignedInt(digits, 16));
            case DOUBLE_DIGITS -> "0x" + digits;
            default -> "";
        };
        if (older.isEmpty()) {
            edits.refuse(
                    token.start(),
                    "'" + source.text(token.span()) + "'",
                    "numbers of more than 64 bits, or of another number of digits than their type has, are not read in"
                            + " this spelling");
            return token.end();
        }
        edits.replace(token.span(), older);
        edits.count(Rewriting.HEX_FLOAT);
        return token.end();
    }

    private static String sixteenBits(int offset, Source source) {
        Span word = source.wordBefore(offset);
        while (word.from() > 0 && offset - word.from() < FARTHEST_TYPE) {
            if (source.isWord(word.from(), "bfloat")) {
                return "0xR";
            }
            if (source.isWord(word.from(), "half")) {
                return "0xH";
            }
            word = source.wordBefore(word.from() == word.to() ? word.from() - 1 : word.from());
        }
        return "0xH";
    }

    /** The bits are widened by hand, since a conversion would make signalling NaNs quiet. */
    private static String asDouble(int bits) {
        float value = Float.intBitsToFloat(bits);
        long wide = Double.doubleToRawLongBits(value);
        if (Float.isNaN(value)) {
            long sign = (long) (bits >>> 31) << 63;
            long payload = (long) (bits & 0x7FFFFF) << 29;
            wide = sign | 0x7FFL << 52 | payload;
        }
        return String.format(Locale.ROOT, "%016X", wide);
    }
}
