package io.github.offload4j.tools.diagnostic;

import java.util.stream.IntStream;

/** How many slips of the hand lie between two words. */
final class EditDistance {
    private EditDistance() {}

    /** Returns the least number of insertions, deletions, replacements and swaps of neighbours; case counts for nothing. */
    static int between(String first, String second) {
        int width = second.length() + 1;
        int[] beforePrevious = new int[width];
        int[] previous = IntStream.range(0, width).toArray();
        for (int i = 1; i <= first.length(); i++) {
            int[] current = new int[width];
            current[0] = i;
            for (int j = 1; j < width; j++) {
                int replace = previous[j - 1] + (same(first, i - 1, second, j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && same(first, i - 1, second, j - 2) && same(first, i - 2, second, j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[width - 1];
    }

    private static boolean same(String first, int i, String second, int j) {
        return Character.toLowerCase(first.charAt(i)) == Character.toLowerCase(second.charAt(j));
    }
}
