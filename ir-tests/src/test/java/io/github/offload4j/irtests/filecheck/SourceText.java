package io.github.offload4j.irtests.filecheck;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A check text or an input in the form in which it is searched.
 *
 * @param text the text, whose lines end in {@code \n} and whose runs of blanks are single spaces
 */
record SourceText(String text) {
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    /** Brings a text into the form in which it is searched; the number of its lines stays as it is. */
    static SourceText canonicalize(String raw) {
        return new SourceText(BLANKS.matcher(raw.replace("\r\n", "\n")).replaceAll(" "));
    }

    Span all() {
        return new Span(0, text.length());
    }

    String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Number of the line that holds the offset, from 1. */
    int lineAt(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Column of the offset in its line, from 1. */
    int columnAt(int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }

    /** The lines without their ends; what follows the last line end counts as a line unless it is empty. */
    List<String> lines() {
        List<String> lines = List.of(text.split("\n", -1));
        return text.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
    }
}
