package io.github.offload4j.tools.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Some lines of a text.
 *
 * @param title what it is a part of
 * @param numbered whether readers know the lines by their numbers
 * @param lines in order
 * @param left how many lines that matter were left out at the end
 */
record Excerpt(String title, boolean numbered, List<Line> lines, int left) {
    /** More would push the rest of the page away. */
    private static final int MOST_LINES = 40;

    /** So few lines between others are shown, as a mark in their place would take as much room. */
    private static final int SHORT_GAP = 2;

    private static final int LONGEST = 400;

    /**
     * A line.
     *
     * @param number from 1
     * @param text without its end
     * @param matters whether it is what the excerpt is about
     */
    record Line(int number, String text, boolean matters) {}

    /**
     * Cuts lines out of a text.
     *
     * @param matter the numbers of the lines that matter, from 1
     * @param before how many lines are shown in front of each
     * @param after how many lines are shown behind each
     */
    static Excerpt of(
            String title, boolean numbered, List<String> text, SortedSet<Integer> matter, int before, int after) {
        TreeSet<Integer> shown = new TreeSet<>();
        int left = 0;
        for (int number : matter) {
            TreeSet<Integer> more = new TreeSet<>(shown);
            for (int line = Math.max(1, number - before); line <= Math.min(text.size(), number + after); line++) {
                more.add(line);
            }
            if (more.size() <= MOST_LINES) {
                shown = more;
            } else {
                left++;
            }
        }
        fillGaps(shown);
        List<Line> lines = new ArrayList<>();
        for (int number : shown) {
            lines.add(new Line(number, cut(text.get(number - 1)), matter.contains(number)));
        }
        return new Excerpt(title, numbered, withoutIndentation(lines), left);
    }

    private static void fillGaps(TreeSet<Integer> shown) {
        for (int number : List.copyOf(shown)) {
            Integer next = shown.higher(number);
            if (next != null && next - number <= SHORT_GAP + 1) {
                for (int line = number + 1; line < next; line++) {
                    shown.add(line);
                }
            }
        }
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Takes off what all lines are indented by. */
    private static List<Line> withoutIndentation(List<Line> lines) {
        String common = null;
        for (Line line : lines) {
            if (!line.text().isBlank()) {
                String text = line.text();
                String own =
                        text.substring(0, text.length() - text.stripLeading().length());
                common = common == null ? own : common(common, own);
            }
        }
        String indentation = common == null ? "" : common;
        return lines.stream()
                .map(line -> new Line(
                        line.number(),
                        line.text().isBlank() ? "" : line.text().substring(indentation.length()),
                        line.matters()))
                .toList();
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
