package io.github.offload4j.runtime.timeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale of a picture: from nanoseconds to pixels, with ticks at round times.
 *
 * @param nanos what the whole width stands for, at least 1
 * @param left where time 0 is, in pixels
 * @param width the whole width, in pixels
 */
record TimeAxis(long nanos, double left, double width) {
    private static final int MOST_TICKS = 10;
    private static final int[] ROUND = {1, 2, 5};

    /**
     * A tick.
     *
     * @param x where it is, in pixels
     * @param label the time
     */
    record Tick(double x, String label) {}

    double x(long time) {
        return left + length(time);
    }

    double length(long duration) {
        return width * duration / nanos;
    }

    double right() {
        return left + width;
    }

    /** Returns the distance between two ticks: 1, 2 or 5 times a power of ten, in nanoseconds. */
    long step() {
        for (long power = 1; ; power *= 10) {
            for (int round : ROUND) {
                if (nanos / (power * round) <= MOST_TICKS) {
                    return power * round;
                }
            }
        }
    }

    List<Tick> ticks() {
        long step = step();
        List<Tick> ticks = new ArrayList<>();
        for (long time = 0; time <= nanos; time += step) {
            ticks.add(new Tick(x(time), label(time)));
        }
        return ticks;
    }

    /** All labels have the same unit, so that they can be compared at a glance. */
    private String label(long time) {
        if (time == 0) {
            return "0";
        }
        int decimals = nanos >= 1_000_000_000 ? 9 : nanos >= 1_000_000 ? 6 : nanos >= 1_000 ? 3 : 0;
        String unit = switch (decimals) {
            case 9 -> "s";
            case 6 -> "ms";
            case 3 -> "µs";
            default -> "ns";
        };
        return BigDecimal.valueOf(time, decimals).stripTrailingZeros().toPlainString() + " " + unit;
    }
}
