package io.github.offload4j.runtime.trace;

import java.util.List;

/**
 * What a trace file says.
 *
 * @param events in the order in which they began
 * @param notes what a reader of them should know, each a short sentence without a full stop
 */
public record TraceData(List<OffloadEvent> events, List<String> notes) {
    /** Copies the lists. */
    public TraceData {
        events = List.copyOf(events);
        notes = List.copyOf(notes);
    }
}
