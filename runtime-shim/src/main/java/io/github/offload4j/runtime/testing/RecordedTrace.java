package io.github.offload4j.runtime.testing;

import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A listener that keeps every event, and answers questions about them. Safe for use by several threads. */
public final class RecordedTrace implements TraceListener {
    private final List<OffloadEvent> events = new ArrayList<>();
    private final List<RecordedCall> calls = new ArrayList<>();

    /** Makes an empty trace. */
    public RecordedTrace() {}

    @Override
    public synchronized void accept(OffloadEvent event) {
        Objects.requireNonNull(event, "event is null");
        events.add(event);
    }

    /** Returns the events so far, in the order in which they ended. */
    public synchronized List<OffloadEvent> events() {
        return List.copyOf(events);
    }

    /** Returns the events of one kind so far. */
    public List<OffloadEvent> events(Kind kind) {
        Objects.requireNonNull(kind, "kind is null");
        return events().stream().filter(event -> event.kind() == kind).toList();
    }

    /** Forgets the events and the calls. */
    public synchronized void clear() {
        events.clear();
        calls.clear();
    }

    /** Returns how many bytes travelled from host to device. */
    public long bytesIn() {
        return bytes(Kind.COPY_IN, null);
    }

    /** Returns how many bytes of an argument travelled from host to device. */
    public long bytesIn(String argument) {
        Objects.requireNonNull(argument, "argument is null");
        return bytes(Kind.COPY_IN, argument);
    }

    /** Returns how many bytes travelled from device to host. */
    public long bytesOut() {
        return bytes(Kind.COPY_OUT, null);
    }

    /** Returns how many bytes of an argument travelled from device to host. */
    public long bytesOut(String argument) {
        Objects.requireNonNull(argument, "argument is null");
        return bytes(Kind.COPY_OUT, argument);
    }

    private long bytes(Kind kind, @Nullable String argument) {
        return events(kind).stream()
                .filter(event -> argument == null || event.name().equals(argument))
                .mapToLong(OffloadEvent::bytes)
                .sum();
    }

    /** Returns the names of the kernels that were launched, in order. */
    public List<String> launches() {
        return events(Kind.LAUNCH).stream().map(OffloadEvent::name).toList();
    }

    synchronized void add(RecordedCall call) {
        calls.add(call);
    }

    /**
     * Returns the calls of functions of libraries so far, in order: of those that {@link OffloadTestRun.Builder#define}
     * and {@link OffloadTestRun.Builder#watch} name.
     */
    public synchronized List<RecordedCall> libraryCalls() {
        return List.copyOf(calls);
    }

    /** Returns the copies in words, in order: {@code in x 1024} for one of 1024 bytes of argument {@code x}. */
    public List<String> transfers() {
        List<String> transfers = new ArrayList<>();
        for (OffloadEvent event : events()) {
            String argument = event.name().isEmpty() ? "" : event.name() + " ";
            if (event.kind() == Kind.COPY_IN) {
                transfers.add("in " + argument + event.bytes());
            } else if (event.kind() == Kind.COPY_OUT) {
                transfers.add("out " + argument + event.bytes());
            }
        }
        return transfers;
    }

    /** Returns the copies and the launches in words: {@code copies [in x 1024], launches [saxpy]}. */
    @Override
    public String toString() {
        return "copies " + transfers() + ", launches " + launches();
    }
}
