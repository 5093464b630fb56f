package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.lower.call.MarkFunction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds marked calls, and marks that are calls, in LLVM IR text that LLVM has parsed already. It knows as much of the syntax
 * as it takes to tell a bundle's tag, which is a string behind {@code [} or a comma and in front of {@code (}, and the name
 * of what is called, from every other string, name and comment.
 */
final class MarkScanner {
    private static final Set<String> CALLS = Set.of("call", "invoke", "callbr");
    private static final Set<String> SIGNATURES = Set.of("declare", "define");

    /** A string right behind one of these is a name, metadata or a text constant. */
    private static final String PREFIXES = "@%$!c";

    private static final String NAME_PREFIXES = "@%$!#";

    private record Bracket(TextPosition call, List<MarkedText.Tag> tags) {}

    private final String text;
    private final List<MarkedText> found = new ArrayList<>();
    private final List<MarkedText.Tag> marks = new ArrayList<>();
    private final Deque<Bracket> open = new ArrayDeque<>();
    /** Whether the callee of the last call is still to come. */
    private boolean calling;

    private TextPosition call = new TextPosition(1, 1);
    private int at;
    /** The last character that was no space and no comment. */
    private char before = '\n';

    private int line = 1;
    private int lineStart;
    private int counted;

    MarkScanner(String text) {
        this.text = text;
    }

    /** Returns the calls whose callee is the function of a mark, in the order of the text; a tag is the callee's symbol. */
    List<MarkedText.Tag> scanMarks() {
        scan();
        return marks;
    }

    /** Returns the marked calls in the order of the text. */
    List<MarkedText> scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == ';') {
                at = pastSpace(at);
                continue;
            }
            if (c == '"') {
                string();
            } else if (isWord(c)) {
                word();
            } else {
                bracket(c);
                at++;
            }
            before = text.charAt(at - 1);
        }
        return found;
    }

    private int pastSpace(int from) {
        int i = from;
        while (i < text.length()) {
            if (text.charAt(i) == ';') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "-$._".indexOf(c) >= 0;
    }

    private char adjacent(int offset) {
        return offset == 0 ? '\n' : text.charAt(offset - 1);
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        boolean label = at < text.length() && text.charAt(at) == ':';
        boolean name = NAME_PREFIXES.indexOf(adjacent(start)) >= 0;
        if (label) {
            return;
        }
        String word = text.substring(start, at);
        if (name) {
            called(word, start);
        } else if (CALLS.contains(word)) {
            call = position(start);
            calling = true;
        } else if (SIGNATURES.contains(word)) {
            calling = false;
        }
    }

    /** Looks whether a name is what a call calls. */
    private void called(String symbol, int start) {
        int next = pastSpace(at);
        if (calling && adjacent(start) == '@' && next < text.length() && text.charAt(next) == '(') {
            calling = false;
            if (MarkFunction.isMark(symbol)) {
                marks.add(new MarkedText.Tag(symbol, call));
            }
        }
    }

    private void string() {
        int start = at;
        char behind = before;
        int end = text.indexOf('"', start + 1);
        at = end < 0 ? text.length() : end + 1;
        boolean prefixed = PREFIXES.indexOf(adjacent(start)) >= 0;
        int next = pastSpace(at);
        boolean called = next < text.length() && text.charAt(next) == '(';
        if (end >= 0 && adjacent(start) == '@') {
            called(unescaped(text.substring(start + 1, end)), start);
        }
        if (prefixed || end < 0 || !called || (behind != '[' && behind != ',')) {
            return;
        }
        String tag = unescaped(text.substring(start + 1, end));
        Bracket bracket = open.peek();
        if (bracket != null && BundleTag.isMark(tag)) {
            bracket.tags().add(new MarkedText.Tag(tag, position(start)));
        }
    }

    private void bracket(char c) {
        if (c == '[') {
            open.push(new Bracket(call, new ArrayList<>()));
        } else if (c == ']' && !open.isEmpty()) {
            Bracket closed = open.pop();
            if (!closed.tags().isEmpty()) {
                found.add(new MarkedText(closed.call(), List.copyOf(closed.tags())));
            }
        }
    }

    /** Returns a string without LLVM's escapes: a backslash and two hexadecimal digits, or two backslashes. */
    private static String unescaped(String quoted) {
        byte[] raw = quoted.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\\' && i + 1 < raw.length && raw[i + 1] == '\\') {
                bytes.write('\\');
                i++;
            } else if (raw[i] == '\\' && i + 2 < raw.length && digit(raw[i + 1]) >= 0 && digit(raw[i + 2]) >= 0) {
                bytes.write(digit(raw[i + 1]) * 16 + digit(raw[i + 2]));
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int digit(byte character) {
        return Character.digit(character, 16);
    }

    /** Offsets are asked for in ascending order. */
    private TextPosition position(int offset) {
        for (; counted < offset; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
        return new TextPosition(line, text.codePointCount(lineStart, offset) + 1);
    }
}
