package io.github.offload4j.irtests.filecheck;

import java.util.List;

/** Renders for a person to read why a check did not pass. */
final class Report {
    private static final int LINES_BEFORE = 2;
    private static final int LINES_AFTER = 7;

    private Report() {}

    static String render(CheckSyntaxException problem, SourceText checks) {
        return "check line " + problem.line() + ": " + problem.getMessage() + "\n  "
                + checks.lines().get(problem.line() - 1).strip();
    }

    static String render(Mismatch mismatch, SourceText input) {
        Directive directive = mismatch.directive();
        StringBuilder report = new StringBuilder("check line ")
                .append(directive.line())
                .append(": ")
                .append(directive.text());
        mismatch.describe(input).forEach(line -> report.append("\n  ").append(line));
        return report.append("\ninput:")
                .append(excerpt(input, mismatch.region().start()))
                .toString();
    }

    /** The lines around an offset of the input, whose own line is marked. */
    private static String excerpt(SourceText input, int offset) {
        List<String> lines = input.lines();
        int marked = input.lineAt(offset);
        int last = Math.min(marked + LINES_AFTER, lines.size());
        StringBuilder excerpt = new StringBuilder();
        for (int number = Math.max(marked - LINES_BEFORE, 1); number <= last; number++) {
            String format = number == marked ? "\n> %4d| %s" : "\n  %4d| %s";
            excerpt.append(String.format(format, number, lines.get(number - 1)));
        }
        return excerpt.toString();
    }
}
