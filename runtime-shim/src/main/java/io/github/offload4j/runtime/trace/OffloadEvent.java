package io.github.offload4j.runtime.trace;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that an offloading program did, with the time that it took.
 *
 * <p>Events nest by time on their thread: a {@link Kind#DATA_BEGIN} spans the {@link Kind#ALLOCATE} and
 * {@link Kind#COPY_IN} events that it caused, and is reported after them.
 *
 * @param kind what happened
 * @param device the device, from 0; -1 for {@link Kind#HOST_CALL} and registrations, which belong to no device
 * @param bytes how many bytes: those copied, allocated or freed; the sum over the entries for a data call; 0 otherwise
 * @param name what it was done to: the argument of a copy, an allocation or a release, the kernel of a launch, the
 *     function of a host call; empty when it has no name or covers several
 * @param location where the user wrote the site, when the module says so
 * @param shape the grid and the block, for launches
 * @param startNanos when it began, in nanoseconds of {@link System#nanoTime}
 * @param durationNanos how long it took, in nanoseconds
 * @param threadId the thread that did it
 * @param threadName that thread's name
 */
public record OffloadEvent(
        Kind kind,
        int device,
        long bytes,
        String name,
        Optional<SourceLocation> location,
        Optional<LaunchShape> shape,
        long startNanos,
        long durationNanos,
        long threadId,
        String threadName) {
    /** The device of an event that belongs to none. */
    public static final int NO_DEVICE = -1;

    /** What happened. */
    public enum Kind {
        /** A call that maps data. */
        DATA_BEGIN,
        /** A call that unmaps data. */
        DATA_END,
        /** A call that copies mapped data. */
        DATA_UPDATE,
        /** Bytes travelled from host to device. */
        COPY_IN,
        /** Bytes travelled from device to host. */
        COPY_OUT,
        /** Bytes travelled from device to device. */
        COPY_ACROSS,
        /** Device memory was taken. */
        ALLOCATE,
        /** Device memory was given back. */
        FREE,
        /** A kernel was launched and has finished. */
        LAUNCH,
        /** A module's images were registered. */
        REGISTER,
        /** A module's registration was taken back. */
        UNREGISTER,
        /** Java called a function of the program; everything that it did lies within. */
        HOST_CALL
    }

    /** Checks the values. */
    public OffloadEvent {
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(location, "location is null");
        Objects.requireNonNull(shape, "shape is null");
        Objects.requireNonNull(threadName, "threadName is null");
        if (bytes < 0) {
            throw new OffloadException(Reason.ARGUMENT, "an event of " + bytes + " bytes");
        }
        if (durationNanos < 0) {
            throw new OffloadException(Reason.ARGUMENT, "an event that took " + durationNanos + " ns");
        }
    }

    /** Returns when it ended, in nanoseconds of {@link System#nanoTime}. */
    public long endNanos() {
        return startNanos + durationNanos;
    }
}
