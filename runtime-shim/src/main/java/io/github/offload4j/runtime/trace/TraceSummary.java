package io.github.offload4j.runtime.trace;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the events of a program add up to.
 *
 * @param dataCalls calls that map, unmap or update
 * @param launches kernels launched
 * @param in copies from host to device
 * @param out copies from device to host
 * @param across copies from device to device
 * @param arguments the copies by the name of the argument, in the order of their first copy
 * @param kernels the launches by the name of the kernel, in the order of their first launch
 * @param elapsedNanos from the begin of the first event to the end of the last, in nanoseconds
 */
public record TraceSummary(
        long dataCalls,
        long launches,
        Copies in,
        Copies out,
        Copies across,
        Map<String, ArgumentCopies> arguments,
        Map<String, Launches> kernels,
        long elapsedNanos) {
    /**
     * Copies in one direction.
     *
     * @param count how many
     * @param bytes the sum of their bytes
     * @param nanos the sum of their times, in nanoseconds
     */
    public record Copies(long count, long bytes, long nanos) {
        private static final Copies NONE = new Copies(0, 0, 0);

        private Copies with(OffloadEvent event) {
            return new Copies(count + 1, bytes + event.bytes(), nanos + event.durationNanos());
        }
    }

    /**
     * The copies of one argument.
     *
     * @param in from host to device
     * @param out from device to host
     */
    public record ArgumentCopies(Copies in, Copies out) {
        /** Checks the values. */
        public ArgumentCopies {
            Objects.requireNonNull(in, "in is null");
            Objects.requireNonNull(out, "out is null");
        }

        private static final ArgumentCopies NONE = new ArgumentCopies(Copies.NONE, Copies.NONE);
    }

    /**
     * The launches of one kernel.
     *
     * @param count how many
     * @param nanos the sum of their times, in nanoseconds
     * @param longestNanos the longest, in nanoseconds
     */
    public record Launches(long count, long nanos, long longestNanos) {
        private static final Launches NONE = new Launches(0, 0, 0);

        private Launches with(OffloadEvent event) {
            return new Launches(
                    count + 1, nanos + event.durationNanos(), Math.max(longestNanos, event.durationNanos()));
        }
    }

    /** Copies the maps. */
    public TraceSummary {
        Objects.requireNonNull(in, "in is null");
        Objects.requireNonNull(out, "out is null");
        Objects.requireNonNull(across, "across is null");
        Objects.requireNonNull(arguments, "arguments is null");
        Objects.requireNonNull(kernels, "kernels is null");
        arguments = unmodifiable(arguments);
        kernels = unmodifiable(kernels);
    }

    /** Adds up events. */
    public static TraceSummary of(Collection<OffloadEvent> events) {
        Objects.requireNonNull(events, "events is null");
        List<OffloadEvent> inTime =
                events.stream().sorted(TraceRecorder.IN_TIME).toList();
        long dataCalls = 0;
        Copies in = Copies.NONE;
        Copies out = Copies.NONE;
        Copies across = Copies.NONE;
        Launches all = Launches.NONE;
        Map<String, ArgumentCopies> arguments = new LinkedHashMap<>();
        Map<String, Launches> kernels = new LinkedHashMap<>();
        long end = Long.MIN_VALUE;
        for (OffloadEvent event : inTime) {
            end = Math.max(end, event.endNanos());
            switch (event.kind()) {
                case DATA_BEGIN, DATA_END, DATA_UPDATE -> dataCalls++;
                case COPY_IN -> {
                    in = in.with(event);
                    ArgumentCopies before = arguments.getOrDefault(event.name(), ArgumentCopies.NONE);
                    arguments.put(event.name(), new ArgumentCopies(before.in().with(event), before.out()));
                }
                case COPY_OUT -> {
                    out = out.with(event);
                    ArgumentCopies before = arguments.getOrDefault(event.name(), ArgumentCopies.NONE);
                    arguments.put(
                            event.name(),
                            new ArgumentCopies(before.in(), before.out().with(event)));
                }
                case COPY_ACROSS -> across = across.with(event);
                case LAUNCH -> {
                    all = all.with(event);
                    kernels.put(
                            event.name(),
                            kernels.getOrDefault(event.name(), Launches.NONE).with(event));
                }
                case ALLOCATE, FREE, REGISTER, UNREGISTER, HOST_CALL -> {}
            }
        }
        long elapsed = inTime.isEmpty() ? 0 : end - inTime.get(0).startNanos();
        return new TraceSummary(dataCalls, all.count(), in, out, across, arguments, kernels, elapsed);
    }

    /** Returns the sums in one line, without its end. */
    public String headline() {
        StringBuilder line = new StringBuilder()
                .append(Quantities.count(launches, "launch", "launches"))
                .append(", ")
                .append(Quantities.count(dataCalls, "data call", "data calls"))
                .append(", ")
                .append(Quantities.bytes(in.bytes()))
                .append(" in, ")
                .append(Quantities.bytes(out.bytes()))
                .append(" out");
        if (across.count() > 0) {
            line.append(", ").append(Quantities.bytes(across.bytes())).append(" across");
        }
        return line.append(", ").append(Quantities.duration(elapsedNanos)).toString();
    }

    /** Returns the sums as a text of several lines: the headline, then a table of the arguments and one of the kernels. */
    public String text() {
        return headline() + "\n" + SummaryTables.arguments(this) + SummaryTables.kernels(this);
    }

    private static <V> Map<String, V> unmodifiable(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
