package io.github.offload4j.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.runtime.Events;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceSummaryTest {
    @Test
    void theWholeText() {
        assertThat(TraceSummary.of(Events.saxpy()).text()).isEqualTo("""
                        1 launch, 2 data calls, 8 kB in, 4 kB out, 100 µs
                          argument  bytes in  copies in  time  bytes out  copies out  time
                          x             4000          1  4 µs          0           0  0 ns
                          y             4000          1  3 µs       4000           1  9 µs
                          all           8000          2  7 µs       4000           1  9 µs
                          kernel  launches   time  longest
                          saxpy          1  50 µs    50 µs
                        """);
    }

    @Test
    void nothingHappened() {
        assertThat(TraceSummary.of(List.of()).text()).isEqualTo("0 launches, 0 data calls, 0 B in, 0 B out, 0 ns\n");
    }

    @Test
    void copiesBetweenDevicesAreNeitherInNorOut() {
        TraceSummary summary = TraceSummary.of(List.of(Events.event(Kind.COPY_ACROSS, 1, 64, "x", 0, 10)));
        assertThat(summary.headline()).isEqualTo("0 launches, 0 data calls, 0 B in, 0 B out, 64 B across, 10 ns");
    }

    @Test
    void argumentsComeInTheOrderOfTheirFirstCopy() {
        TraceSummary summary = TraceSummary.of(List.of(
                Events.event(Kind.COPY_OUT, 0, 1, "b", 30, 1),
                Events.event(Kind.COPY_IN, 0, 1, "b", 20, 1),
                Events.event(Kind.COPY_IN, 0, 1, "", 10, 1)));
        assertThat(summary.arguments().keySet()).containsExactly("", "b");
        assertThat(summary.text()).contains("(unnamed)");
    }
}
