package io.github.offload4j.runtime.trace;

import java.util.List;
import java.util.Objects;

/**
 * What a trace file says.
 *
 * @param events in the order in which they began
 * @param notes what a reader of them should know, each a short sentence without a full stop
 */
public record TraceData(List<OffloadEvent> events, List<String> notes) {
    /** Copies the lists. */
    public TraceData {
        Objects.requireNonNull(events, "events is null");
        Objects.requireNonNull(notes, "notes is null");
        events = List.copyOf(events);
        notes = List.copyOf(notes);
    }
}
