package io.github.offload4j.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.Events;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceFileTest {
    @Test
    void anEventIsOneLine() throws IOException {
        assertThat(written(List.of(Events.launch("saxpy", 5_000, 12_345)))).isEqualTo("""
                        {"displayTimeUnit": "ns", "traceEvents": [
                        {"ph": "M", "pid": 1, "tid": 0, "name": "process_name", "args": {"name": "offload4j"}},
                        {"ph": "M", "pid": 1, "tid": 1, "name": "thread_name", "args": {"name": "main"}},
                        {"ph": "X", "pid": 1, "tid": 1, "ts": 0.000, "dur": 12.345, "cat": "launch", "name": "launch saxpy", \
                        "args": {"name": "saxpy", "bytes": 0, "device": 0, "file": "saxpy.yaml", "line": 7, "column": 12, \
                        "grid": [4, 1, 1], "block": [256, 1, 1], "shared": 0}}
                        ]}
                        """);
    }

    @Test
    void everyKindOfEventReadsBackTheSame() throws IOException {
        List<OffloadEvent> events = new ArrayList<>();
        for (OffloadEvent.Kind kind : OffloadEvent.Kind.values()) {
            events.add(new OffloadEvent(
                    kind,
                    3,
                    1L << 40,
                    "\"x\"\n<ü>",
                    Optional.of(new SourceLocation("a b.c", 7, 0)),
                    Optional.of(new LaunchShape(new LaunchShape.Size(1, 2, 3), new LaunchShape.Size(4, 5, 6), 7)),
                    events.size() * 1_001L,
                    1L << 41,
                    4_000_000_000L + events.size() % 2,
                    "thread " + events.size() % 2));
        }
        assertThat(read(written(events)).events()).isEqualTo(events);
    }

    @Test
    void timesCountFromTheFirstEvent() throws IOException {
        List<OffloadEvent> events =
                List.of(Events.launch("late", 9_000_000_000_500L, 1), Events.launch("early", 9_000_000_000_000L, 1));
        assertThat(read(written(events)).events())
                .extracting(OffloadEvent::name, OffloadEvent::startNanos)
                .containsExactly(tuple("early", 0L), tuple("late", 500L));
    }

    @Test
    void theArrayFormIsReadToo() throws IOException {
        String text = "[{\"ph\":\"X\",\"ts\":1.5,\"dur\":2,\"cat\":\"launch\",\"args\":{\"name\":\"k\"}}]";
        assertThat(read(text).events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("k");
            assertThat(event.startNanos()).isEqualTo(1_500);
        });
    }

    @Test
    void anotherToolsTraceIsRefused() {
        assertThatThrownBy(() -> read("{\"traceEvents\": [{\"ph\": \"X\", \"name\": \"Frontend\", \"ts\": 1}]}"))
                .isInstanceOf(TraceException.class)
                .hasMessage("there is no event in it that offload4j or libomptarget wrote");
    }

    @Test
    void aCutFileSaysWhereItEnds() {
        assertThatThrownBy(() -> read("{\"traceEvents\": [\n")).isInstanceOfSatisfying(TraceException.class, e -> {
            assertThat(e).hasMessage("expected a value, and the text ends here");
            assertThat(e.line()).isEqualTo(2);
        });
    }

    @Test
    void aNegativeDurationIsDamage() {
        assertThatThrownBy(() -> read("[{\"ph\":\"X\",\"ts\":1,\"dur\":-2,\"cat\":\"launch\"}]"))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("the file is damaged: ");
    }

    private static String written(List<OffloadEvent> events) throws IOException {
        StringWriter out = new StringWriter();
        TraceWriter.write(events, out);
        return out.toString();
    }

    private static TraceData read(String text) throws IOException {
        return TraceReader.read(new StringReader(text));
    }
}
