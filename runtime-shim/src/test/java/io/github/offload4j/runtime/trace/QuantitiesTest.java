package io.github.offload4j.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1 kB",
        "4096, 4.1 kB",
        "999499, 999 kB",
        "999500, 1 MB",
        "9223372036854775807, 9.22 EB"
    })
    void bytes(long bytes, String text) {
        assertThat(Quantities.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ns", "12345, 12.3 µs", "1200000, 1.2 ms", "61000000000, 61 s", "123456000000000, 123000 s"})
    void durations(long nanos, String text) {
        assertThat(Quantities.duration(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 launches", "1, 1 launch", "2, 2 launches"})
    void counts(long number, String text) {
        assertThat(Quantities.count(number, "launch", "launches")).isEqualTo(text);
    }
}
