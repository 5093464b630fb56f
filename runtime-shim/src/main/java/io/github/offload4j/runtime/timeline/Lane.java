package io.github.offload4j.runtime.timeline;

import io.github.offload4j.runtime.trace.OffloadEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events of one kind of work on one thread or device, in rows so that no two of a row overlap in time.
 *
 * @param kind what it shows
 * @param title what stands in front of it
 * @param rows from top to bottom, each in time
 */
record Lane(LaneKind kind, String title, List<List<OffloadEvent>> rows) {
    private static final Comparator<OffloadEvent> OUTER_FIRST = Comparator.comparingLong(OffloadEvent::startNanos)
            .thenComparing(Comparator.comparingLong(OffloadEvent::durationNanos).reversed());

    private record Key(LaneKind kind, long owner) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparingLong(Key::owner);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Returns the lanes that have something to show. */
    static List<Lane> of(List<OffloadEvent> events) {
        Map<Key, List<OffloadEvent>> byKey = new TreeMap<>();
        Map<LaneKind, Integer> owners = new LinkedHashMap<>();
        for (OffloadEvent event : events) {
            LaneKind kind = LaneKind.of(event);
            Key key = new Key(kind, kind == LaneKind.HOST ? event.threadId() : event.device());
            if (!byKey.containsKey(key)) {
                owners.merge(kind, 1, Integer::sum);
                byKey.put(key, new ArrayList<>());
            }
            byKey.get(key).add(event);
        }
        List<Lane> lanes = new ArrayList<>();
        byKey.forEach((key, own) -> lanes.add(new Lane(
                key.kind(), title(key, own.get(0), owners.getOrDefault(key.kind(), 1) > 1), rows(own))));
        return lanes;
    }

    private static String title(Key key, OffloadEvent first, boolean several) {
        if (!several) {
            return key.kind().title();
        }
        if (key.kind() == LaneKind.HOST) {
            return "host " + (first.threadName().isEmpty() ? "thread " + key.owner() : first.threadName());
        }
        return key.owner() < 0 ? key.kind().title() : key.kind().title() + " " + key.owner();
    }

    /** Puts each event into the first row that is free when it begins: what lies within another comes below it. */
    private static List<List<OffloadEvent>> rows(List<OffloadEvent> events) {
        List<List<OffloadEvent>> rows = new ArrayList<>();
        for (OffloadEvent event : events.stream().sorted(OUTER_FIRST).toList()) {
            List<OffloadEvent> free = null;
            for (List<OffloadEvent> row : rows) {
                if (row.get(row.size() - 1).endNanos() <= event.startNanos()) {
                    free = row;
                    break;
                }
            }
            if (free == null) {
                free = new ArrayList<>();
                rows.add(free);
            }
            free.add(event);
        }
        return rows;
    }
}
