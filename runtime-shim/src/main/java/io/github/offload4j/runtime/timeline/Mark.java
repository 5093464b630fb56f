package io.github.offload4j.runtime.timeline;

import io.github.offload4j.runtime.trace.OffloadEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn for an event; or for several, when they are too short to be told apart.
 *
 * @param events at least one, in time
 * @param x its left edge, in pixels
 * @param width its width, in pixels
 */
record Mark(List<OffloadEvent> events, double x, double width) {
    /** What is narrower cannot be seen on its own. */
    static final double NARROWEST = 1;

    double right() {
        return x + width;
    }

    OffloadEvent first() {
        return events.get(0);
    }

    boolean isSingle() {
        return events.size() == 1;
    }

    /**
     * Returns what is drawn for a row. An event's width is to scale. Events narrower than a pixel are gathered: one mark
     * stands for all that begin within a pixel of its left edge, and is a pixel wide unless a neighbour needs the room.
     *
     * @param row events that do not overlap, in time
     * @param origin the time of the left edge, in nanoseconds
     */
    static List<Mark> of(List<OffloadEvent> row, TimeAxis axis, long origin) {
        List<Mark> marks = new ArrayList<>();
        int next = 0;
        while (next < row.size()) {
            OffloadEvent first = row.get(next);
            double x = axis.x(first.startNanos() - origin);
            double width = axis.length(first.durationNanos());
            int after = next + 1;
            if (width < NARROWEST) {
                double until = x + NARROWEST;
                while (after < row.size()
                        && isNarrow(row.get(after), axis)
                        && start(row, after, axis, origin) < until) {
                    after++;
                }
                double end = Math.max(until, axis.x(row.get(after - 1).endNanos() - origin));
                double neighbour = after < row.size() ? start(row, after, axis, origin) : axis.right();
                width = Math.max(axis.x(row.get(after - 1).endNanos() - origin), Math.min(end, neighbour)) - x;
            }
            marks.add(new Mark(List.copyOf(row.subList(next, after)), x, width));
            next = after;
        }
        return marks;
    }

    private static boolean isNarrow(OffloadEvent event, TimeAxis axis) {
        return axis.length(event.durationNanos()) < NARROWEST;
    }

    private static double start(List<OffloadEvent> row, int index, TimeAxis axis, long origin) {
        return axis.x(row.get(index).startNanos() - origin);
    }
}
