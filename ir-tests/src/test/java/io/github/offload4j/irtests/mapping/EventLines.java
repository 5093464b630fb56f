package io.github.offload4j.irtests.mapping;

import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;

/** What has been told of a sequence. */
final class EventLines implements TraceListener {
    private final List<String> lines = new ArrayList<>();
    private int step;
    private boolean withMemory;

    @Override
    public synchronized void accept(OffloadEvent event) {
        switch (event.kind()) {
            case ALLOCATE -> add(withMemory, "alloc", event.bytes());
            case FREE -> add(withMemory, "free", event.bytes());
            case COPY_IN -> add(true, "in", event.bytes());
            case COPY_OUT -> add(true, "out", event.bytes());
            case LAUNCH -> add(true, "launch", 0);
            case COPY_ACROSS, DATA_BEGIN, DATA_END, DATA_UPDATE, REGISTER, UNREGISTER, HOST_CALL -> {}
        }
    }

    private void add(boolean wanted, String kind, long bytes) {
        if (wanted) {
            lines.add(step + " " + kind + " " + bytes);
        }
    }

    /** A sequence begins. */
    synchronized void begin() {
        lines.clear();
    }

    /**
     * A step begins.
     *
     * @param mapping whether memory that it takes or gives back is mapped memory, which alone is told
     */
    synchronized void step(int number, boolean mapping) {
        step = number;
        withMemory = mapping;
    }

    /** What comes now belongs to no step. */
    synchronized List<String> end() {
        withMemory = false;
        return List.copyOf(lines);
    }
}
