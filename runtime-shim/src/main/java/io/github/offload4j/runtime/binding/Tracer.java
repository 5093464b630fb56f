package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.trace.LaunchShape;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.Optional;

/** Tells a listener of one site's events. */
public final class Tracer {
    private final TraceListener listener;
    private final int device;
    private final Optional<SourceLocation> location;

    /** Prepares for the events of a site. */
    public Tracer(TraceListener listener, int device, Optional<SourceLocation> location) {
        this.listener = listener;
        this.device = device;
        this.location = location;
    }

    /** Tells of something that began at a time and has just ended. */
    public void ended(Kind kind, long bytes, String name, long startNanos) {
        tell(kind, bytes, name, Optional.empty(), startNanos);
    }

    /** Tells of a launch that began at a time and has just ended. */
    public void launched(String kernel, LaunchShape shape, long startNanos) {
        tell(Kind.LAUNCH, 0, kernel, Optional.of(shape), startNanos);
    }

    private void tell(Kind kind, long bytes, String name, Optional<LaunchShape> shape, long startNanos) {
        if (listener != TraceListener.NONE) {
            long duration = System.nanoTime() - startNanos;
            Thread thread = Thread.currentThread();
            listener.accept(new OffloadEvent(
                    kind,
                    device,
                    bytes,
                    name,
                    location,
                    shape,
                    startNanos,
                    duration,
                    thread.getId(),
                    thread.getName()));
        }
    }
}
