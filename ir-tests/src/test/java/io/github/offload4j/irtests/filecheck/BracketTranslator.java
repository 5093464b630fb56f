package io.github.offload4j.irtests.filecheck;

import java.util.Map;

/** Translates a bracket expression of a POSIX regular expression. */
final class BracketTranslator {
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("blank", "\\p{Blank}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("space", "\\p{Space}"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("xdigit", "\\p{XDigit}"));
    private static final String WORD_START = "[:<:]]";
    private static final String WORD_END = "[:>:]]";
    private static final String WORD = "[A-Za-z0-9_]";

    private final String ere;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private boolean matchesLineEnd;

    private BracketTranslator(String ere, int at) {
        this.ere = ere;
        this.at = at;
    }

    /** Translates the bracket expression whose {@code [} stands before the offset. */
    static BracketTranslator translate(String ere, int at) throws RegexSyntaxException {
        BracketTranslator translator = new BracketTranslator(ere, at);
        if (translator.eat(WORD_START)) {
            translator.java.append("(?<!" + WORD + ")(?=" + WORD + ")");
        } else if (translator.eat(WORD_END)) {
            translator.java.append("(?<=" + WORD + ")(?!" + WORD + ")");
        } else {
            translator.set();
        }
        return translator;
    }

    String java() {
        return java.toString();
    }

    boolean matchesLineEnd() {
        return matchesLineEnd;
    }

    /** The offset after the closing bracket. */
    int end() {
        return at;
    }

    private void set() throws RegexSyntaxException {
        boolean inverted = eat("^");
        java.append(inverted ? "[^\\n" : "[");
        if (eat("]")) {
            range(']', ']');
        } else if (eat("-")) {
            range('-', '-');
        }
        while (at < ere.length() && !see("]") && !see("-]")) {
            item();
        }
        if (eat("-")) {
            range('-', '-');
        }
        if (!eat("]")) {
            throw unclosed();
        }
        java.append(']');
        matchesLineEnd &= !inverted;
    }

    private void item() throws RegexSyntaxException {
        if (see("-")) {
            throw new RegexSyntaxException("invalid range");
        } else if (eat("[:")) {
            characterClass();
        } else if (eat("[=")) {
            int c = element("=]");
            range(c, c);
        } else {
            int first = symbol();
            boolean isRange = see("-") && !see("-]") && at + 1 < ere.length();
            int last = isRange ? rangeEnd() : first;
            if (first > last) {
                throw new RegexSyntaxException("invalid range");
            }
            range(first, last);
        }
    }

    private void characterClass() throws RegexSyntaxException {
        int end = ere.indexOf(":]", at);
        String translation = end < 0 ? null : CLASSES.get(ere.substring(at, end));
        if (translation == null) {
            throw new RegexSyntaxException("unknown character class");
        }
        java.append(translation);
        matchesLineEnd |= "\n".matches(translation);
        at = end + 2;
    }

    private int rangeEnd() throws RegexSyntaxException {
        at++;
        return eat("-") ? '-' : symbol();
    }

    private int symbol() throws RegexSyntaxException {
        if (eat("[.")) {
            return element(".]");
        }
        if (at == ere.length()) {
            throw unclosed();
        }
        int c = ere.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private int element(String closing) throws RegexSyntaxException {
        int end = ere.indexOf(closing, at);
        String name = end < 0 ? "" : ere.substring(at, end);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > 1) {
            throw new RegexSyntaxException("unsupported collating element");
        }
        at = end + 2;
        return name.codePointAt(0);
    }

    private void range(int first, int last) {
        java.append(String.format("\\x{%x}-\\x{%x}", first, last));
        matchesLineEnd |= first <= '\n' && '\n' <= last;
    }

    private static RegexSyntaxException unclosed() {
        return new RegexSyntaxException("'[' without ']'");
    }

    private boolean see(String text) {
        return ere.startsWith(text, at);
    }

    private boolean eat(String text) {
        boolean seen = see(text);
        at += seen ? text.length() : 0;
        return seen;
    }
}
