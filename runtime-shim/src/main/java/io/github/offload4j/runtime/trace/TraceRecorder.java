package io.github.offload4j.runtime.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Keeps every event that it is told. Safe for use by several threads at once. */
public final class TraceRecorder implements TraceListener {
    /** By time; of events that began together, the one that spans the others comes first. */
    static final Comparator<OffloadEvent> IN_TIME = Comparator.comparingLong(OffloadEvent::startNanos)
            .thenComparing(Comparator.comparingLong(OffloadEvent::durationNanos).reversed());

    private final List<OffloadEvent> events = new ArrayList<>();

    /** Creates a recorder without events. */
    public TraceRecorder() {}

    @Override
    public synchronized void accept(OffloadEvent event) {
        events.add(Objects.requireNonNull(event, "event is null"));
    }

    /** Returns the events so far, in the order in which they began. */
    public synchronized List<OffloadEvent> events() {
        return events.stream().sorted(IN_TIME).toList();
    }
}
