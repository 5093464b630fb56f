package io.github.offload4j.codegen.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text once and hands the rules the words that they asked for. It knows words, names, strings and comments, and
 * nothing else of the syntax; a hundred megabytes take it a fraction of a second.
 */
final class Scanner {
    private static final Triggers TRIGGERS = new Triggers(Rules.ALL);
    private static final long[] LENGTHS = TRIGGERS.lengths();
    private static final byte[] KINDS = Characters.table();
    private static final String INTRINSIC = "@llvm.";
    private static final String NODE = "!DI";

    /** What begins in the first column ends in front of the next of these: no bracket and no string is open there. */
    private static final List<String> BEGINNINGS = List.of("define", "declare", "attributes");

    /** Nearer to each other, checkpoints cost more than reading so many bytes once more. */
    private static final int CHECKPOINT_DISTANCE = 1 << 16;

    private final byte[] text;
    private final Source source;
    private final Edits edits = new Edits();
    private final Map<String, Integer> declared = new LinkedHashMap<>();
    private int node = -1;
    private boolean declaring;
    private Edits.@Nullable Checkpoint checkpoint;
    private int nextCheckpoint = CHECKPOINT_DISTANCE;

    Scanner(byte[] text) {
        this.text = text;
        this.source = new Source(text);
    }

    Source source() {
        return source;
    }

    Edits edits() {
        return edits;
    }

    /** Returns the intrinsics that the text declares, and where. */
    Map<String, Integer> declared() {
        return declared;
    }

    /**
     * Forgets what was found behind the last place at which the text can be parted, for a text that goes on behind what is
     * here.
     *
     * @return that place; 0 when there is none
     */
    int backToCheckpoint() {
        if (checkpoint == null) {
            return 0;
        }
        int end = checkpoint.offset();
        edits.backTo(checkpoint);
        declared.values().removeIf(offset -> offset >= end);
        return end;
    }

    private void part(int offset) {
        checkpoint = edits.checkpoint(offset);
        nextCheckpoint = offset + CHECKPOINT_DISTANCE;
    }

    void scan() {
        byte[] bytes = text;
        int end = bytes.length;
        int i = 0;
        while (i < end) {
            byte b = bytes[i];
            byte kind = KINDS[b & 0xFF];
            if (kind == Characters.OTHER) {
                i++;
            } else if (kind == Characters.WORD) {
                int start = i++;
                while (i < end && KINDS[bytes[i] & 0xFF] == Characters.WORD) {
                    i++;
                }
                if (start >= nextCheckpoint && bytes[start - 1] == '\n' && BEGINNINGS.contains(source.text(start, i))) {
                    part(start);
                }
                if ((LENGTHS[b] >>> (i - start) & 1) != 0 && i - start < Long.SIZE) {
                    i = word(start, i);
                } else if (b == 'f' || b == 'b') {
                    i = spelling(start, i);
                }
            } else if (kind == Characters.QUOTE) {
                i = source.endOfString(i);
            } else if (kind == Characters.COMMENT) {
                i = source.endOfLine(i);
            } else {
                i = name(i);
            }
        }
    }

    private int word(int start, int end) {
        Rule rule = TRIGGERS.find(text, start, end);
        if (rule == null) {
            return end;
        }
        declaring |= rule == Rules.DECLARATION && source.at(end) != ':';
        return rule.apply(token(start, end), source, edits);
    }

    /** Looks at words that are known by how they begin. */
    private int spelling(int start, int end) {
        if (text[start] == 'f' && HexFloats.begins(source, start)) {
            return HexFloats.RULE.apply(token(start, end), source, edits);
        }
        if (text[start] == 'b' && RefusedWords.isByteType(start, end, source)) {
            return RefusedWords.RULE.apply(token(start, end), source, edits);
        }
        return end;
    }

    private Token token(int start, int end) {
        return new Token(start, end, node, false);
    }

    private int name(int start) {
        byte[] bytes = text;
        int end = start + 1;
        while (end < bytes.length && KINDS[bytes[end] & 0xFF] == Characters.WORD) {
            end++;
        }
        if (start >= nextCheckpoint && bytes[start - 1] == '\n' && source.at(source.skipBlank(end)) == '=') {
            part(start);
        }
        return switch (bytes[start]) {
            case '@' -> global(start, end);
            case '%' -> numbered(start, end);
            case '!' -> end - start > NODE.length() && bytes[start + 1] == 'D' ? metadata(start, end) : end;
            case '#' -> bytes[end - 1] > '9' ? found(TRIGGERS.find(bytes, start, end), token(start, end)) : end;
            default -> end;
        };
    }

    private int global(int start, int end) {
        boolean declaration = declaring;
        declaring = false;
        if (!source.startsWith(start, INTRINSIC)) {
            return declaration && end == start + 1 ? quoted(end) : numbered(start, end);
        }
        if (declaration) {
            declared.putIfAbsent(source.text(start + 1, end), start);
        }
        return found(TRIGGERS.intrinsic(text, start, end), new Token(start, end, node, declaration));
    }

    /** Refuses a name that is too large a number, which LLVM's reader does not survive. */
    private int numbered(int start, int end) {
        if (end - start > ValueNumbers.DIGITS && ValueNumbers.isTooLarge(text, start + 1, end)) {
            edits.refuse(start, ValueNumbers.MESSAGE);
        }
        return end;
    }

    /** Reads the name of a function that is declared, when it is in quotes. */
    private int quoted(int quote) {
        if (source.startsWith(quote, "\"llvm.")) {
            int end = source.endOfString(quote);
            declared.putIfAbsent(source.text(quote + 1, end - 1), quote - 1);
            return end;
        }
        return quote;
    }

    private int metadata(int start, int end) {
        if (!source.startsWith(start, NODE) || source.isWord(start, "!DIExpression")) {
            return end;
        }
        node = source.skipBlank(end);
        return found(TRIGGERS.find(text, start, end), token(start, end));
    }

    private int found(@Nullable Rule rule, Token token) {
        return rule == null ? token.end() : rule.apply(token, source, edits);
    }
}
