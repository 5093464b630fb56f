package io.github.offload4j.runtime.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** Sizes and times with a unit that suits them, to three digits. Prefixes are powers of 1000, as in a rate of GB/s. */
public final class Quantities {
    private static final List<String> BYTES = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
    private static final List<String> TIMES = List.of("ns", "µs", "ms", "s");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Quantities() {}

    /** Returns a number of bytes, for example {@code 4.1 kB}. */
    public static String bytes(long bytes) {
        return scaled(bytes, BYTES);
    }

    /** Returns a time, for example {@code 12.3 µs}. */
    public static String duration(long nanos) {
        return scaled(nanos, TIMES);
    }

    /** Returns a number with the noun that it counts, for example {@code 1 launch} or {@code 2 launches}. */
    public static String count(long number, String one, String several) {
        Objects.requireNonNull(one, "one is null");
        Objects.requireNonNull(several, "several is null");
        return number + " " + (number == 1 ? one : several);
    }

    private static String scaled(long value, List<String> units) {
        int unit = 0;
        BigDecimal scaled = BigDecimal.valueOf(value);
        // 999.6 would round to 1000, which is one of the next unit
        while (unit < units.size() - 1 && scaled.round(THREE_DIGITS).abs().compareTo(THOUSAND) >= 0) {
            scaled = scaled.movePointLeft(3);
            unit++;
        }
        return scaled.round(THREE_DIGITS).stripTrailingZeros().toPlainString() + " " + units.get(unit);
    }
}
