package io.github.offload4j.runtime.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1             | 0, 1 ns",
                "7             | 0, 1 ns, 2 ns, 3 ns, 4 ns, 5 ns, 6 ns, 7 ns",
                "12345         | 0, 2 µs, 4 µs, 6 µs, 8 µs, 10 µs, 12 µs",
                "1200000       | 0, 0.2 ms, 0.4 ms, 0.6 ms, 0.8 ms, 1 ms, 1.2 ms",
                "3000000000    | 0, 0.5 s, 1 s, 1.5 s, 2 s, 2.5 s, 3 s",
                "99000000000   | 0, 10 s, 20 s, 30 s, 40 s, 50 s, 60 s, 70 s, 80 s, 90 s"
            })
    void ticksAreRoundAndShareAUnit(long nanos, String labels) {
        assertThat(new TimeAxis(nanos, 0, 1000)
                        .ticks().stream().map(TimeAxis.Tick::label).collect(Collectors.joining(", ")))
                .isEqualTo(labels);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 9, 10, 11, 99, 101, 5_001, 999_999_999, 1L << 52})
    void thereAreFewTicksAndAllLieOnTheAxis(long nanos) {
        TimeAxis axis = new TimeAxis(nanos, 100, 1000);
        assertThat(axis.ticks())
                .hasSizeBetween(2, 11)
                .allSatisfy(tick -> assertThat(tick.x()).isBetween(100.0, 1100.0));
    }

    @Test
    void lengthsAreToScale() {
        TimeAxis axis = new TimeAxis(2_000, 50, 1000);
        assertThat(axis.length(500)).isEqualTo(250);
        assertThat(axis.x(500)).isEqualTo(300);
    }
}
