package io.github.offload4j.irtests.mapping;

import java.util.List;

/** Says how what was found differs from what was expected. */
final class Differences {
    private Differences() {}

    static String describe(String where, int number, List<Step> steps, Outcome expected, Outcome found) {
        StringBuilder text = new StringBuilder();
        text.append("sequence ").append(number).append(" on ").append(where).append('\n');
        for (int i = 0; i < steps.size(); i++) {
            text.append("  ").append(i).append(": ").append(steps.get(i)).append('\n');
        }
        line(text, "results", expected.results(), found.results());
        line(text, "transfers", expected.transfers(), found.transfers());
        line(text, "memory", expected.memory(), found.memory());
        line(text, "stop", expected.stop(), found.stop());
        return text.toString();
    }

    private static void line(StringBuilder text, String what, Object expected, Object found) {
        text.append("  ").append(what).append(": expected ").append(expected).append('\n');
        if (!expected.equals(found)) {
            text.append("  ")
                    .append(" ".repeat(what.length()))
                    .append("     found ")
                    .append(found)
                    .append('\n');
        }
    }
}
