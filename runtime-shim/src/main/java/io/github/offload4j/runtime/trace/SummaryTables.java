package io.github.offload4j.runtime.trace;

import java.util.ArrayList;
import java.util.List;

/** The tables of a summary: the first column to the left, numbers to the right. */
final class SummaryTables {
    private static final String UNNAMED = "(unnamed)";

    private SummaryTables() {}

    static String arguments(TraceSummary summary) {
        if (summary.arguments().isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("argument", "bytes in", "copies in", "time", "bytes out", "copies out", "time"));
        summary.arguments().forEach((name, copies) -> rows.add(row(name, copies.in(), copies.out())));
        if (summary.arguments().size() > 1) {
            rows.add(row("all", summary.in(), summary.out()));
        }
        return table(rows);
    }

    static String kernels(TraceSummary summary) {
        if (summary.kernels().isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("kernel", "launches", "time", "longest"));
        summary.kernels()
                .forEach((name, launches) -> rows.add(List.of(
                        label(name),
                        Long.toString(launches.count()),
                        Quantities.duration(launches.nanos()),
                        Quantities.duration(launches.longestNanos()))));
        return table(rows);
    }

    private static List<String> row(String name, TraceSummary.Copies in, TraceSummary.Copies out) {
        return List.of(
                label(name),
                Long.toString(in.bytes()),
                Long.toString(in.count()),
                Quantities.duration(in.nanos()),
                Long.toString(out.bytes()),
                Long.toString(out.count()),
                Quantities.duration(out.nanos()));
    }

    private static String label(String name) {
        return name.isEmpty() ? UNNAMED : name;
    }

    private static String table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("  ")
                    .append(row.get(0))
                    .append(" ".repeat(widths[0] - row.get(0).length()));
            for (int column = 1; column < columns; column++) {
                text.append("  ")
                        .append(" ".repeat(widths[column] - row.get(column).length()))
                        .append(row.get(column));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
