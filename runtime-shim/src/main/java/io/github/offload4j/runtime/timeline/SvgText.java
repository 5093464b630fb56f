package io.github.offload4j.runtime.timeline;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Spells text and numbers as XML and SVG want them. */
final class SvgText {
    private static final int REPLACEMENT = 0xFFFD;

    private SvgText() {}

    /** Returns a text with everything replaced that has a meaning in XML or no place in it. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    /** Returns a number of pixels with at most two decimals. */
    static String number(double pixels) {
        BigDecimal rounded = BigDecimal.valueOf(pixels).setScale(2, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }

    private static boolean isAllowed(int character) {
        if (character < ' ') {
            return character == '\n' || character == '\t';
        }
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !surrogate && character != 0xFFFE && character != 0xFFFF && (character < 0x7F || character > 0x9F);
    }
}
