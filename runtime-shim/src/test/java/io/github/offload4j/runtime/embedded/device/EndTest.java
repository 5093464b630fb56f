package io.github.offload4j.runtime.embedded.device;

import static io.github.offload4j.codegen.abi.MapFlag.ALWAYS;
import static io.github.offload4j.codegen.abi.MapFlag.FROM;
import static io.github.offload4j.codegen.abi.MapFlag.TO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.runtime.differential.RawCalls;
import io.github.offload4j.runtime.differential.RawCalls.Entry;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order an end call copies and releases. */
class EndTest {
    private final ByteBuffer memory = RawCalls.memory(64);
    private final List<String> events = new ArrayList<>();

    private void tell(OffloadEvent event) {
        if (event.kind() == Kind.COPY_OUT || event.kind() == Kind.FREE) {
            events.add(event.kind() + " " + event.name() + " " + event.bytes());
        }
    }

    private List<String> eventsOf(Entry[] begun, Entry... ended) {
        try (OffloadRuntime runtime = OffloadRuntime.embedded(EmbeddedOptions.defaults());
                OffloadProgram program =
                        OffloadJit.on(runtime).trace(this::tell).build().load(RawCalls.PROGRAM);
                RawCalls calls = new RawCalls(program)) {
            calls.call("begin", 0, begun);
            calls.call("end", 0, ended);
        }
        return events;
    }

    @Test
    void memoryGoesWhenAllCopiesAreDone() {
        Entry first = Entry.of(memory, 0, 16, "first", TO, FROM);
        Entry second = Entry.of(memory, 32, 8, "second", TO, FROM);

        assertThat(eventsOf(new Entry[] {first, second}, first, second))
                .containsExactly("COPY_OUT second 8", "COPY_OUT first 16", "FREE second 8", "FREE first 16");
    }

    @Test
    void dataThatIsNamedTwiceIsFoundTwiceThoughItWasBegunOnce() {
        Entry entry = Entry.of(memory, 0, 16, "m", TO);
        Entry part = Entry.of(memory, 4, 8, "part", FROM, ALWAYS);
        Entry whole = Entry.of(memory, 0, 16, "whole", FROM);

        assertThat(eventsOf(new Entry[] {entry}, part, whole))
                .containsExactly("COPY_OUT whole 16", "COPY_OUT part 8", "FREE part 16");
    }
}
