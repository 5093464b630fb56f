package io.github.offload4j.irtests.corpus;

import java.util.List;

/**
 * What a case did.
 *
 * @param memory what it printed, and how it ended when it was not through
 * @param bytes how many bytes travelled
 */
record Outcome(List<String> memory, long bytes) {
    private static final int WORDS = 8;

    Outcome {
        memory = List.copyOf(memory);
    }

    /** Returns the first place where what was printed is not what was expected, in words. */
    String difference(Outcome expected) {
        int line = same(memory, expected.memory);
        List<String> found = words(memory, line);
        List<String> right = words(expected.memory, line);
        int word = same(found, right);
        String label = word > 0 ? right.get(0) + " word " + word + " on " : "";
        return label + "'" + excerpt(found, word) + "' in place of '" + excerpt(right, word) + "'";
    }

    private static int same(List<String> left, List<String> right) {
        int same = 0;
        while (same < Math.min(left.size(), right.size()) && left.get(same).equals(right.get(same))) {
            same++;
        }
        return same;
    }

    private static List<String> words(List<String> lines, int index) {
        return index < lines.size() ? List.of(lines.get(index).split(" ", -1)) : List.of();
    }

    private static String excerpt(List<String> words, int from) {
        String text = String.join(" ", words.subList(from, Math.min(words.size(), from + WORDS)));
        return words.size() > from + WORDS ? text + " ..." : text;
    }
}
