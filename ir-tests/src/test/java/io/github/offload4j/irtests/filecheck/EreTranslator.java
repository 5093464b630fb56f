package io.github.offload4j.irtests.filecheck;

import java.util.BitSet;

/** Translates a POSIX extended regular expression into one of {@code java.util.regex}, with the same groups. */
final class EreTranslator {
    private final String ere;
    private final StringBuilder java = new StringBuilder();
    private final BitSet closedGroups = new BitSet();
    private int at;
    private int groupCount;
    private boolean crossesLines;

    private EreTranslator(String ere) {
        this.ere = ere;
    }

    static EreTranslator translate(String ere) throws RegexSyntaxException {
        EreTranslator translator = new EreTranslator(ere);
        translator.alternatives();
        if (translator.at < ere.length()) {
            throw new RegexSyntaxException("')' without '('");
        }
        return translator;
    }

    String java() {
        return java.toString();
    }

    int groupCount() {
        return groupCount;
    }

    /** Whether a match may hold a line end. */
    boolean crossesLines() {
        return crossesLines;
    }

    private void alternatives() throws RegexSyntaxException {
        branch();
        while (see('|')) {
            at++;
            java.append('|');
            branch();
        }
    }

    private void branch() throws RegexSyntaxException {
        boolean empty = true;
        while (at < ere.length() && !see('|') && !see(')')) {
            empty &= !term();
        }
        if (empty) {
            throw new RegexSyntaxException("empty expression");
        }
    }

    /** Translates an atom with its repetition, and tells whether it is there at all: {@code x{0}} is not. */
    private boolean term() throws RegexSyntaxException {
        if (Repetition.startsAt(ere, at)) {
            throw new RegexSyntaxException("nothing to repeat");
        }
        boolean repeatable = !see('^');
        atom();
        if (!Repetition.startsAt(ere, at)) {
            return true;
        }
        if (!repeatable) {
            throw new RegexSyntaxException("'^' cannot be repeated");
        }
        Repetition repetition = Repetition.read(ere, at);
        java.append(repetition.java());
        at = repetition.end();
        if (Repetition.startsAt(ere, at)) {
            throw new RegexSyntaxException("repetition of a repetition");
        }
        return !repetition.isNone();
    }

    private void atom() throws RegexSyntaxException {
        int c = next();
        switch (c) {
            case '(' -> group();
            case '[' -> bracket();
            case '\\' -> escape();
            case '.' -> java.append("[^\\n]");
            case '^' -> java.append("(?<![^\\n])");
            case '$' -> java.append("(?![^\\n])");
            default -> literal(c);
        }
    }

    private void group() throws RegexSyntaxException {
        int group = ++groupCount;
        java.append('(');
        if (!see(')')) {
            alternatives();
        }
        if (!see(')')) {
            throw new RegexSyntaxException("'(' without ')'");
        }
        at++;
        java.append(')');
        closedGroups.set(group);
    }

    private void bracket() throws RegexSyntaxException {
        BracketTranslator bracket = BracketTranslator.translate(ere, at);
        java.append(bracket.java());
        crossesLines |= bracket.matchesLineEnd();
        at = bracket.end();
    }

    private void escape() throws RegexSyntaxException {
        if (at == ere.length()) {
            throw new RegexSyntaxException("trailing backslash");
        }
        int c = next();
        if (c < '1' || c > '9') {
            literal(c);
            return;
        }
        if (!closedGroups.get(c - '0')) {
            throw new RegexSyntaxException("back-reference to no group");
        }
        // In a group of its own, lest a digit that follows become part of the number.
        java.append("(?:\\").appendCodePoint(c).append(')');
        crossesLines = true;
    }

    private void literal(int c) {
        if (!Character.isLetterOrDigit(c)) {
            java.append('\\');
        }
        java.appendCodePoint(c);
        crossesLines |= c == '\n';
    }

    private boolean see(char c) {
        return at < ere.length() && ere.charAt(at) == c;
    }

    private int next() {
        int c = ere.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }
}
