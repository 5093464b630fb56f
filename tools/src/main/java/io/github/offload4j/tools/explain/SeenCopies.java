package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.Quantities;
import java.util.ArrayList;
import java.util.List;

/** What a trace has of a site, in words. */
final class SeenCopies {
    private SeenCopies() {}

    /**
     * Returns the copies of an argument, for example {@code 3 × 4 kB in, 3 × 4 kB out}. A trace knows an argument by its
     * name, or by its number where it has none.
     */
    static String of(ArgumentView argument, boolean copied, List<OffloadEvent> events) {
        String known =
                argument.name().isEmpty() ? new ArgumentLabel("", argument.number()).inMessage() : argument.name();
        List<OffloadEvent> own =
                events.stream().filter(event -> event.name().equals(known)).toList();
        List<String> parts = new ArrayList<>();
        add(parts, own, OffloadEvent.Kind.COPY_IN, "in");
        add(parts, own, OffloadEvent.Kind.COPY_OUT, "out");
        add(parts, own, OffloadEvent.Kind.COPY_ACROSS, "across");
        String nothing = !copied ? "–" : argument.name().isEmpty() ? "cannot be told without a name" : "none";
        return parts.isEmpty() ? nothing : String.join(", ", parts);
    }

    /** Returns what happened at a site as a whole. */
    static String summary(List<OffloadEvent> events) {
        List<String> parts = new ArrayList<>();
        List<OffloadEvent> launches = of(events, OffloadEvent.Kind.LAUNCH);
        if (!launches.isEmpty()) {
            parts.add(Quantities.count(launches.size(), "launch", "launches") + " in "
                    + Quantities.duration(nanos(launches)));
        }
        add(parts, events, OffloadEvent.Kind.COPY_IN, "in");
        add(parts, events, OffloadEvent.Kind.COPY_OUT, "out");
        add(parts, events, OffloadEvent.Kind.COPY_ACROSS, "across");
        List<OffloadEvent> data = events.stream()
                .filter(event -> switch (event.kind()) {
                    case DATA_BEGIN, DATA_END, DATA_UPDATE -> true;
                    case COPY_IN, COPY_OUT, COPY_ACROSS, ALLOCATE, FREE, LAUNCH, REGISTER, UNREGISTER, HOST_CALL ->
                        false;
                })
                .toList();
        if (!data.isEmpty()) {
            parts.add(Quantities.count(data.size(), "data call", "data calls") + " in "
                    + Quantities.duration(nanos(data)));
        }
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, List<OffloadEvent> events, OffloadEvent.Kind kind, String word) {
        List<OffloadEvent> copies = of(events, kind);
        if (copies.isEmpty()) {
            return;
        }
        long bytes = copies.stream().mapToLong(OffloadEvent::bytes).sum();
        boolean alike =
                copies.stream().mapToLong(OffloadEvent::bytes).distinct().count() == 1;
        String size = alike
                ? (copies.size() == 1 ? "" : copies.size() + " × ")
                        + Quantities.bytes(copies.get(0).bytes())
                : Quantities.bytes(bytes) + " in " + copies.size() + " copies";
        parts.add(size + " " + word);
    }

    private static List<OffloadEvent> of(List<OffloadEvent> events, OffloadEvent.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).toList();
    }

    private static long nanos(List<OffloadEvent> events) {
        return events.stream().mapToLong(OffloadEvent::durationNanos).sum();
    }
}
