package io.github.offload4j.codegen.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** LLVM's text, and as much of its syntax as the rules need. Offsets count bytes. */
final class Source {
    private final byte[] text;
    private int unclosed = Integer.MAX_VALUE;

    Source(byte[] text) {
        this.text = text;
    }

    int length() {
        return text.length;
    }

    /** Returns the byte at an offset; zero in front of the text and behind it. */
    byte at(int offset) {
        return offset >= 0 && offset < text.length ? text[offset] : 0;
    }

    String text(int from, int to) {
        return new String(text, from, to - from, UTF_8);
    }

    String text(Span span) {
        return text(span.from(), span.to());
    }

    boolean startsWith(int offset, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (at(offset + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the word that begins at an offset is the one given. */
    boolean isWord(int offset, String word) {
        return startsWith(offset, word) && !Characters.isWord(at(offset + word.length()));
    }

    /** Returns where the next token begins. */
    int skipBlank(int from) {
        int i = from;
        while (i < text.length) {
            if (text[i] == ';') {
                i = endOfLine(i);
            } else if (Characters.isBlank(text[i])) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    int endOfLine(int from) {
        int i = from;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Returns the offset behind a string that begins at an offset. */
    int endOfString(int quote) {
        int i = quote + 1;
        while (i < text.length && text[i] != '"') {
            i++;
        }
        return Math.min(i + 1, text.length);
    }

    int endOfWord(int from) {
        int i = from;
        while (Characters.isWord(at(i))) {
            i++;
        }
        return i;
    }

    /** Returns the word in front of an offset, with nothing but blanks between the two; empty when there is none. */
    Span wordBefore(int offset) {
        int end = offset;
        while (end > 0 && Characters.isBlank(text[end - 1])) {
            end--;
        }
        int start = end;
        while (start > 0 && Characters.isWord(text[start - 1])) {
            start--;
        }
        return new Span(start, end);
    }

    /**
     * Splits what is in brackets at its commas.
     *
     * @param open the offset of the opening bracket
     */
    Bracket bracket(int open) {
        List<Span> parts = new ArrayList<>();
        if (open >= unclosed) {
            return new Bracket(open, text.length, parts);
        }
        int depth = 0;
        int start = open + 1;
        int i = open;
        while (i < text.length) {
            byte b = text[i];
            if (b == '"') {
                i = endOfString(i);
                continue;
            } else if (b == ';') {
                i = endOfLine(i);
                continue;
            } else if (b == '(' || b == '[' || b == '{' || b == '<') {
                depth++;
            } else if (b == ')' || b == ']' || b == '}' || b == '>') {
                depth--;
                if (depth == 0) {
                    add(parts, start, i);
                    return new Bracket(open, i, parts);
                }
            } else if (b == ',' && depth == 1) {
                add(parts, start, i);
                start = i + 1;
            }
            i++;
        }
        // LLVM refuses such a text; until then no bracket behind this one is looked for to the end again
        unclosed = open;
        return new Bracket(open, text.length, parts);
    }

    private void add(List<Span> parts, int from, int to) {
        int start = Math.min(skipBlank(from), to);
        int end = to;
        while (end > start && Characters.isBlank(text[end - 1])) {
            end--;
        }
        if (end > start) {
            parts.add(new Span(start, end));
        }
    }
}
