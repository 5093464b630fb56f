package io.github.offload4j.tools.run;

import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.TraceListener;
import io.github.offload4j.runtime.trace.TraceRecorder;
import io.github.offload4j.tools.cli.StandardStreams;
import java.util.List;

/** What is noticed of a program while it runs: by a person who waits, and for the trace. */
final class RunRecord {
    private final String function;
    private final StandardStreams streams;
    private final TraceRecorder recorder = new TraceRecorder();
    private final boolean recorded;

    /**
     * Prepares.
     *
     * @param recorded whether the events are kept
     */
    RunRecord(String function, StandardStreams streams, boolean recorded) {
        this.function = function;
        this.streams = streams;
        this.recorded = recorded;
    }

    /** Begins to tell a person, if there is one. */
    Progress progress() {
        return new Progress(function, streams.errWriter(), streams.errIsTerminal());
    }

    TraceListener listener(Progress progress) {
        return recorded
                ? event -> {
                    progress.accept(event);
                    recorder.accept(event);
                }
                : progress;
    }

    List<OffloadEvent> events() {
        return recorder.events();
    }
}
