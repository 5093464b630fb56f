package io.github.offload4j.irtests.filecheck;

/**
 * One directive of a check text.
 *
 * @param kind what it asks
 * @param count how often its pattern must match in a row; 1 for all but {@code CHECK-COUNT-n}
 * @param pattern what it searches
 * @param line its line in the check text
 * @param text the directive as written, from its prefix on
 */
record Directive(DirectiveKind kind, int count, CheckPattern pattern, int line, String text) {
    /** The end of the input as a directive of its own, after the last line of a check text. */
    static Directive endOfInput(int line) {
        return new Directive(DirectiveKind.END, 1, new CheckPattern.EndOfInput(), line, "end of input");
    }
}
