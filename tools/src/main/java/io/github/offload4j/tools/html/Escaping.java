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
        boolean turns = isBetween(character, 0x202A, 0x202E) || isBetween(character, 0x2066, 0x2069);
        boolean surrogate = isBetween(character, Character.MIN_SURROGATE, Character.MAX_SURROGATE);
        boolean control = isBetween(character, 0x7F, 0x9F);
        return !turns && !surrogate && !control && (character & 0xFFFE) != 0xFFFE;
    }

    private static boolean isBetween(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
