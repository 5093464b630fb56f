package io.github.offload4j.irtests.filecheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the input line that comes nearest to a pattern. */
final class NearestLine {
    /** Bounds the work on large inputs; what was meant is rarely farther away. */
    private static final int MAX_LINES = 1000;

    /**
     * A line of the input.
     *
     * @param number its number
     * @param text its text, or the part of it inside the searched region
     */
    record Line(int number, String text) {}

    private record Candidate(Line line, int distance) {}

    private NearestLine() {}

    /**
     * Finds the nearest line in the region, of equal ones the first.
     *
     * @param literals the literal stretches of the pattern; anything may stand between one and the next
     * @return the line, or nothing if more than half of the literal characters would have to change
     */
    static Optional<Line> find(List<String> literals, SourceText input, Span region) {
        int length = literals.stream().mapToInt(String::length).sum();
        return lines(input, region).stream()
                .map(line -> new Candidate(line, distance(literals, line.text())))
                .min(Comparator.comparingInt(Candidate::distance))
                .filter(candidate -> candidate.distance() * 2 <= length && length > 0)
                .map(Candidate::line);
    }

    private static List<Line> lines(SourceText input, Span region) {
        List<Line> lines = new ArrayList<>();
        int number = input.lineAt(region.start());
        for (String text : input.slice(region).split("\n", MAX_LINES + 1)) {
            if (lines.size() < MAX_LINES) {
                lines.add(new Line(number + lines.size(), text.strip()));
            }
        }
        return lines;
    }

    /** The least number of characters to change, add or remove for the pattern to match somewhere in the line. */
    static int distance(List<String> literals, String line) {
        // costs[i] is the price of matching the pattern so far against a stretch of the line that ends at i.
        int[] costs = new int[line.length() + 1];
        for (String literal : literals) {
            for (int i = 1; i < costs.length; i++) {
                costs[i] = Math.min(costs[i], costs[i - 1]);
            }
            for (int i = 0; i < literal.length(); i++) {
                costs = costsWith(literal.charAt(i), line, costs);
            }
        }
        return Arrays.stream(costs).min().orElseThrow();
    }

    private static int[] costsWith(char c, String line, int[] before) {
        int[] costs = new int[before.length];
        costs[0] = before[0] + 1;
        for (int i = 1; i < costs.length; i++) {
            int replaced = before[i - 1] + (line.charAt(i - 1) == c ? 0 : 1);
            costs[i] = Math.min(replaced, 1 + Math.min(before[i], costs[i - 1]));
        }
        return costs;
    }
}
