package io.github.offload4j.runtime.embedded.device;

import static io.github.offload4j.codegen.abi.MapFlag.FROM;
import static io.github.offload4j.codegen.abi.MapFlag.IMPLICIT;
import static io.github.offload4j.codegen.abi.MapFlag.PRESENT;
import static io.github.offload4j.codegen.abi.MapFlag.TO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.differential.RawCalls;
import io.github.offload4j.runtime.differential.RawCalls.Entry;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.NativeAddress;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.nio.ByteBuffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the embedded devices say where libomptarget is silent or ends the process. */
class ReportsTest {
    private final ByteBuffer memory = RawCalls.memory(64);

    @FunctionalInterface
    private interface Steps {
        void run(RawCalls calls);
    }

    private static void run(EmbeddedOptions options, Steps steps) {
        try (OffloadRuntime runtime = OffloadRuntime.embedded(options);
                OffloadProgram program = OffloadJit.on(runtime).build().load(RawCalls.PROGRAM);
                RawCalls calls = new RawCalls(program)) {
            steps.run(calls);
        }
    }

    private static void run(Steps steps) {
        run(EmbeddedOptions.defaults(), steps);
    }

    private static void assertReport(ThrowingCallable action, String report) {
        assertThatThrownBy(action).isInstanceOf(OffloadException.class).hasMessage(report);
    }

    private Entry whole() {
        return Entry.of(memory, 0, 64, "m", TO, FROM);
    }

    @Test
    void partialOverlap() {
        run(calls -> {
            calls.call("begin", 0, Entry.of(memory, 0, 32, "first", TO));
            assertReport(
                    () -> calls.call("begin", 0, Entry.of(memory, 16, 32, "second", TO)),
                    "raw.c:7:12: error: 'second' has 32 bytes, which are mapped only partly: 'first' (raw.c:7:12), 32 bytes;"
                            + " map the same region, or one inside it");
            assertReport(
                    () -> calls.call("begin", 0, Entry.of(memory, 16, 32, "second", TO, IMPLICIT)),
                    "raw.c:7:12: error: 'second' has 32 bytes, which are mapped only partly: 'first' (raw.c:7:12), 32 bytes;"
                            + " map the same region, or one inside it");
        });
    }

    @Test
    void updateOfMoreThanIsMapped() {
        run(calls -> {
            calls.call("begin", 0, Entry.of(memory, 0, 32, "m", TO));
            assertReport(
                    () -> calls.call("update", 0, Entry.of(memory, 0, 64, "m", FROM)),
                    "raw.c:7:12: error: 'm' is updated with 64 bytes, of which the device has only partly: 'm'"
                            + " (raw.c:7:12), 32 bytes");
        });
    }

    @Test
    void updateOfMoreThanIsPresent() {
        run(EmbeddedOptions.defaults().lenient(), calls -> {
            calls.call("begin", 0, Entry.of(memory, 0, 32, "m", TO));
            assertReport(
                    () -> calls.call("update", 0, Entry.of(memory, 0, 64, "m", FROM, PRESENT)),
                    "raw.c:7:12: error: 'm' must be mapped already ('present'), and is not");
        });
    }

    @Test
    void updateOfNothingThatMustBePresent() {
        run(calls -> assertReport(
                () -> calls.call("update", 0, Entry.of(memory, 0, 0, "m", FROM, PRESENT)),
                "raw.c:7:12: error: 'm' must be mapped already ('present'), and is not"));
    }

    @Test
    void endAcrossAnEdge() {
        run(calls -> {
            calls.call("begin", 0, Entry.of(memory, 0, 32, "first", TO));
            assertReport(
                    () -> calls.call("end", 0, Entry.of(memory, 16, 32, "second", TO)),
                    "raw.c:7:12: error: 'second' has 32 bytes, which are mapped only partly: 'first' (raw.c:7:12), 32 bytes;"
                            + " map the same region, or one inside it");
        });
    }

    @Test
    void updateOfWhatIsNotMapped() {
        run(calls -> assertReport(
                () -> calls.call("update", 0, whole()),
                "raw.c:7:12: error: 'm' is updated, and is not mapped on device 0"));
    }

    @Test
    void endWithoutBegin() {
        run(calls -> assertReport(
                () -> calls.call("end", 2, whole()),
                "raw.c:7:12: error: 'm' ends without having begun: it is not mapped on device 2"));
    }

    @Test
    void lastEndOfAPart() {
        run(calls -> {
            calls.call("begin", 0, whole());
            assertReport(
                    () -> calls.call("end", 0, Entry.of(memory, 0, 8, "part", FROM)),
                    "raw.c:7:12: error: 'part' is the last end of 'm' (raw.c:7:12), 64 bytes, of which it copies back"
                            + " only 8 bytes; end with the region that began");
        });
    }

    @Test
    void leakAtTheEnd() {
        assertReport(
                () -> run(calls -> calls.call("begin", 1, whole())),
                "data was mapped and never unmapped: 'm' (raw.c:7:12), 64 bytes, 1 times on device 1");
    }

    @Test
    void nullPointer() {
        run(calls -> assertReport(
                () -> calls.call("begin", 0, new Entry(0, 0, 16, TO.bit(), "m")),
                "raw.c:7:12: error: 'm' is a null pointer with 16 bytes"));
    }

    @Test
    void negativeSize() {
        run(calls -> assertReport(
                () -> calls.call("begin", 0, Entry.of(memory, 0, -8, "m", TO)),
                "raw.c:7:12: error: 'm' has a negative size of -8 bytes"));
    }

    @Test
    void absentDataThatMustBePresent() {
        run(calls -> assertReport(
                () -> calls.call("begin", 0, Entry.of(memory, 0, 64, "m", TO, PRESENT)),
                "raw.c:7:12: error: 'm' must be mapped already ('present'), and is not"));
    }

    @Test
    void devicePointerOfWhatIsNotMapped() {
        run(calls -> assertThatThrownBy(() -> calls.program().function("mapped").call(memory, 0))
                .hasMessageContaining("is asked for, and nothing is mapped there on device 0"));
    }

    @Test
    void unregisteredKernel() {
        run(calls -> assertReport(
                () -> calls.program().function("launch").call(0L, new NativeAddress(0xabc), new long[13]),
                "raw.c:7:12: error: a kernel is launched that no registered module has (region id 0xabc); register the"
                        + " module before"));
    }

    @Test
    void copyOutsideADevicesBlock() {
        run(calls -> {
            NativeAddress block = calls.program().function("alloc").call(32L, 0).asAddress();
            assertThatThrownBy(() -> calls.program().function("copy").call(block, memory, 64L, 0, 4))
                    .hasMessageContaining("64 bytes that are not inside a block of device 0");
            calls.program().function("free_device").call(block, 0);
            assertThatThrownBy(() -> calls.program().function("free_device").call(block, 0))
                    .hasMessageContaining("which omp_target_alloc of device 0 did not return");
        });
    }

    @Test
    void whatAStoppedCallMappedIsDropped() {
        run(calls -> {
            assertThatThrownBy(() -> calls.call("begin", 0, whole(), Entry.of(memory, 0, -8, "m", TO)))
                    .isInstanceOf(OffloadException.class);
            assertThat(calls.program().function("present").call(memory, 0).asInt())
                    .isZero();
        });
    }

    @Test
    void anErrorLeavesTheDevicesUsable() {
        run(calls -> {
            assertThatThrownBy(() -> calls.call("begin", 0, Entry.of(memory, 0, -8, "m", TO)))
                    .isInstanceOf(OffloadException.class);
            calls.call("begin", 0, whole());
            calls.call("end", 0, whole());
        });
    }

    @Test
    void lenientDevicesAreSilentWhereLibomptargetIs() {
        assertThatCode(() -> run(EmbeddedOptions.defaults().lenient(), calls -> {
                    calls.call("end", 0, whole());
                    calls.call("update", 0, whole());
                    calls.call("begin", 0, Entry.of(memory, 0, 32, "m", TO));
                    calls.call("end", 0, whole());
                    assertThat(calls.program()
                                    .function("mapped")
                                    .call(new NativeAddress(4096), 0)
                                    .asAddress()
                                    .value())
                            .isZero();
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void disabledDevicesDoNothing() {
        run(EmbeddedOptions.defaults().disabled(), calls -> {
            assertThat(calls.program().function("devices").call().asInt()).isZero();
            calls.call("begin", 0, whole());
            assertThat(calls.program()
                            .function("launch")
                            .call(0L, new NativeAddress(0xabc), new long[13])
                            .asInt())
                    .isEqualTo(-1);
        });
    }
}
