package io.github.offload4j.codegen.dialect;

import java.util.List;
import java.util.Map;

/**
 * Fields of debug information that no node of LLVM 20 has, or not with such a value. Those of optimised C are in every third
 * line of a file, so they are taken out without reading the node that they are in; those that follow each other at once.
 */
final class DroppedFields implements Rule {
    private static final Map<String, Rewriting> DROPPED = Map.of(
            "atomGroup", Rewriting.KEY_INSTRUCTIONS,
            "atomRank", Rewriting.KEY_INSTRUCTIONS,
            "keyInstructions", Rewriting.KEY_INSTRUCTIONS,
            "dataSize", Rewriting.TYPE_FIELDS,
            "bitStride", Rewriting.TYPE_FIELDS,
            "enumKind", Rewriting.TYPE_FIELDS,
            "size", Rewriting.TYPE_FIELDS,
            "offset", Rewriting.TYPE_FIELDS,
            "sourceLanguageVersion", Rewriting.SOURCE_LANGUAGE);

    @Override
    public List<String> words() {
        return List.copyOf(DROPPED.keySet());
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (!isField(token.start(), source) || !isDropped(token.start(), token.end(), source)) {
            return token.end();
        }
        int before = before(token.start(), source);
        int start = token.start();
        int word = token.end();
        int end;
        int next;
        do {
            edits.count(DROPPED.getOrDefault(source.text(start, word), Rewriting.TYPE_FIELDS));
            end = endOfValue(word + 1, source);
            next = source.at(end) == ',' ? source.skipBlank(end + 1) : end;
            start = next;
            word = source.endOfWord(next);
        } while (DROPPED.containsKey(source.text(start, word)) && isDropped(start, word, source));
        edits.remove(source.at(before) == '(' ? new Span(token.start(), next) : new Span(before, end));
        return end;
    }

    /** A block's label looks like the name of a field, and stands elsewhere. */
    static boolean isField(int word, Source source) {
        byte before = source.at(before(word, source));
        return before == '(' || before == ',';
    }

    private static int before(int offset, Source source) {
        int before = offset - 1;
        while (before > 0 && Characters.isBlank(source.at(before))) {
            before--;
        }
        return before;
    }

    /** Sizes and offsets are numbers nearly always, and those stay. */
    private static boolean isDropped(int word, int end, Source source) {
        if (source.at(end) != ':') {
            return false;
        }
        boolean mayBeNumber = source.startsWith(word, "size") || source.startsWith(word, "offset");
        return !mayBeNumber || source.at(source.skipBlank(end + 1)) == '!';
    }

    /** Takes out one field, whose name begins at an offset. */
    static void remove(int start, Source source, Edits edits) {
        int before = before(start, source);
        int end = endOfValue(start, source);
        boolean last = source.at(end) != ',';
        edits.remove(
                source.at(before) == ','
                        ? new Span(before, end)
                        : new Span(start, last ? end : source.skipBlank(end + 1)));
    }

    /** Returns where the comma or the bracket behind a value is. */
    private static int endOfValue(int from, Source source) {
        int i = from;
        while (i < source.length() && source.at(i) != ',' && source.at(i) != ')') {
            i = source.at(i) == '(' ? source.bracket(i).close() + 1 : i + 1;
        }
        return Math.min(i, source.length());
    }
}
