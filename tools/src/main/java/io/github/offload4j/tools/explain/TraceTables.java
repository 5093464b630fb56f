package io.github.offload4j.tools.explain;

import io.github.offload4j.runtime.trace.Quantities;
import io.github.offload4j.runtime.trace.TraceSummary;
import io.github.offload4j.tools.html.Element;
import java.util.ArrayList;
import java.util.List;

/** The sums of a trace, for those who do not see the picture. */
final class TraceTables {
    private TraceTables() {}

    static List<Element> of(TraceSummary summary) {
        List<Element> tables = new ArrayList<>();
        if (!summary.kernels().isEmpty()) {
            PageTable kernels =
                    new PageTable("Launches of each kernel", List.of("kernel", "launches", "time", "longest"));
            summary.kernels()
                    .forEach((name, launches) -> kernels.row(
                            name.isEmpty() ? "unnamed" : name,
                            Long.toString(launches.count()),
                            Quantities.duration(launches.nanos()),
                            Quantities.duration(launches.longestNanos())));
            tables.add(kernels.element());
        }
        if (!summary.arguments().isEmpty()) {
            PageTable arguments = new PageTable("Copies of each argument", List.of("copied", "in", "out"));
            summary.arguments()
                    .forEach((name, copies) ->
                            arguments.row(name.isEmpty() ? "unnamed" : name, words(copies.in()), words(copies.out())));
            tables.add(arguments.element());
        }
        return tables;
    }

    private static String words(TraceSummary.Copies copies) {
        return copies.count() == 0
                ? "none"
                : Quantities.bytes(copies.bytes()) + " in " + Quantities.count(copies.count(), "copy", "copies") + ", "
                        + Quantities.duration(copies.nanos());
    }
}
