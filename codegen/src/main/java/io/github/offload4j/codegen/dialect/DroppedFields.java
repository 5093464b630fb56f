package io.github.offload4j.codegen.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of debug information that no node of LLVM 20 has, or not with such a value. Those of optimised C are in every third
 * line of a file, so they are taken out without reading the node that they are in; those that follow each other at once.
 */
final class DroppedFields implements Rule {
    /** @param onlyMetadata whether numbers, which are the rule, stay */
    private record Field(String name, Rewriting rewriting, boolean onlyMetadata) {}

    private static final List<Field> DROPPED = List.of(
            new Field("atomGroup", Rewriting.KEY_INSTRUCTIONS, false),
            new Field("atomRank", Rewriting.KEY_INSTRUCTIONS, false),
            new Field("keyInstructions", Rewriting.KEY_INSTRUCTIONS, false),
            new Field("size", Rewriting.TYPE_FIELDS, true),
            new Field("offset", Rewriting.TYPE_FIELDS, true),
            new Field("dataSize", Rewriting.TYPE_FIELDS, false),
            new Field("bitStride", Rewriting.TYPE_FIELDS, false),
            new Field("enumKind", Rewriting.TYPE_FIELDS, false),
            new Field("sourceLanguageVersion", Rewriting.SOURCE_LANGUAGE, false));

    @Override
    public List<String> words() {
        return DROPPED.stream().map(Field::name).toList();
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        Field field = dropped(token.start(), source);
        if (field == null || !isField(token.start(), source)) {
            return token.end();
        }
        int before = before(token.start(), source);
        int start = token.start();
        int end = start;
        int next = start;
        while (field != null) {
            edits.count(field.rewriting());
            end = endOfValue(start + field.name().length() + 1, source);
            next = source.at(end) == ',' ? source.skipBlank(end + 1) : end;
            start = next;
            field = dropped(next, source);
        }
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

    /** Returns the field that begins at an offset, if it goes. */
    private static @Nullable Field dropped(int start, Source source) {
        for (Field field : DROPPED) {
            int colon = start + field.name().length();
            if (source.at(start) == field.name().charAt(0)
                    && source.at(colon) == ':'
                    && source.startsWith(start, field.name())) {
                boolean stays = field.onlyMetadata() && source.at(source.skipBlank(colon + 1)) != '!';
                return stays ? null : field;
            }
        }
        return null;
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
