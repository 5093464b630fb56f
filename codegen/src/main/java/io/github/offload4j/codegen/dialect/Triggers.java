package io.github.offload4j.codegen.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of the rules, found by first byte and length: most words of a text are told apart by these two alone. */
final class Triggers {
    private static final int SHORTEST_INTRINSIC = "@llvm.".length();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] word, Rule rule) {}

    private final long[] lengths = new long[256];
    private final Entry[][] words = new Entry[256][];
    private final Entry[] intrinsics;

    Triggers(List<Rule> rules) {
        List<Entry> names = new ArrayList<>();
        Arrays.fill(words, new Entry[0]);
        for (Rule rule : rules) {
            for (String word : rule.words()) {
                Entry entry = new Entry(word.getBytes(US_ASCII), rule);
                if (word.startsWith("@")) {
                    names.add(entry);
                } else {
                    add(entry);
                }
            }
        }
        intrinsics = names.toArray(Entry[]::new);
    }

    private void add(Entry entry) {
        int first = entry.word()[0];
        lengths[first] |= 1L << entry.word().length;
        Entry[] longer = Arrays.copyOf(words[first], words[first].length + 1);
        longer[longer.length - 1] = entry;
        words[first] = longer;
    }

    /** Returns for each first byte the lengths of the words that begin with it, one bit each. */
    long[] lengths() {
        return lengths.clone();
    }

    /** Returns the rule that wants a word, if there is one. */
    @Nullable
    Rule find(byte[] text, int start, int end) {
        for (Entry entry : words[text[start] & 0xFF]) {
            byte[] word = entry.word();
            if (word.length == end - start && Arrays.equals(text, start, end, word, 0, word.length)) {
                return entry.rule();
            }
        }
        return null;
    }

    /** Returns the rule for a global name that begins with {@code @llvm.}, if there is one. */
    @Nullable
    Rule intrinsic(byte[] text, int start, int end) {
        for (Entry entry : intrinsics) {
            byte[] word = entry.word();
            int length = word.length;
            if (end - start >= length
                    && text[start + SHORTEST_INTRINSIC] == word[SHORTEST_INTRINSIC]
                    && (end - start == length || text[start + length] == '.')
                    && Arrays.equals(text, start, start + length, word, 0, length)) {
                return entry.rule();
            }
        }
        return null;
    }
}
