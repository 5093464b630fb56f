package io.github.offload4j.tools.html;

/** Spells text so that HTML takes all of it for text. */
final class Escaping {
    private static final int REPLACEMENT = 0xFFFD;

    private Escaping() {}

    /** Returns a text with everything replaced that has a meaning in HTML, or no place in it. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    /** Marks that turn the direction of what follows could make code look like other code. */
    private static boolean isAllowed(int character) {
        if (character < ' ') {
            return character == '\n' || character == '\t';
        }
        boolean turns = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean control = character >= 0x7F && character <= 0x9F;
        return !turns && !surrogate && !control && (character & 0xFFFE) != 0xFFFE;
    }
}
