package io.github.offload4j.runtime.testing;

import static io.github.offload4j.runtime.testing.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.trace.LaunchShape;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffloadTestRunTest {
    private static OffloadTestRun run(OffloadOptions options, EmbeddedOptions devices) {
        return OffloadTestRun.builder().devices(devices).of(Saxpy.module(options), "saxpy");
    }

    private static OffloadTestRun run() {
        return run(OffloadOptions.defaults(), EmbeddedOptions.defaults());
    }

    @Test
    void aKernelRunsOverTheWholeGrid() {
        try (OffloadTestRun run = run()) {
            float[] y = Saxpy.constant(1);
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), y);

            assertThat(y).containsExactly(Saxpy.expected(2, 1));
            assertTrace(run.trace())
                    .movedIn(2048)
                    .movedOut(1024)
                    .movedIn("x", 1024)
                    .movedOut("y", 1024)
                    .launched("saxpy");
        }
    }

    @Test
    void aTraceSaysWhatTravelledAndWasLaunched() {
        try (OffloadTestRun run = run()) {
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1));

            assertThat(run.trace()).hasToString("copies [in x 1024, in y 1024, out y 1024], launches [saxpy]");
        }
    }

    @Test
    void eventsCarryArgumentPlaceAndShape() {
        try (OffloadTestRun run = run()) {
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1));

            assertThat(run.trace().events())
                    .extracting(OffloadEvent::kind)
                    .containsExactly(
                            Kind.REGISTER,
                            Kind.ALLOCATE,
                            Kind.COPY_IN,
                            Kind.ALLOCATE,
                            Kind.COPY_IN,
                            Kind.DATA_BEGIN,
                            Kind.LAUNCH,
                            Kind.COPY_OUT,
                            Kind.FREE,
                            Kind.FREE,
                            Kind.DATA_END,
                            Kind.HOST_CALL);
            OffloadEvent launch = run.trace().events(Kind.LAUNCH).get(0);
            assertThat(launch.shape().map(LaunchShape::grid)).hasValue(new LaunchShape.Size(4, 1, 1));
            assertThat(launch.shape().map(LaunchShape::block)).hasValue(new LaunchShape.Size(64, 1, 1));
            assertThat(launch.location()).map(Object::toString).hasValue("saxpy.yaml:7:12");
            assertThat(launch.device()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeAbi.class)
    void modulesForEveryRuntimeRun(RuntimeAbi abi) {
        EmbeddedOptions device = abi == RuntimeAbi.PORTABLE
                ? EmbeddedOptions.defaults()
                : EmbeddedOptions.defaults().as(abi);
        try (OffloadTestRun run = run(OffloadOptions.builder().runtime(abi).build(), device)) {
            float[] y = Saxpy.constant(1);
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), y);

            assertThat(y).containsExactly(Saxpy.expected(2, 1));
        }
    }

    @Test
    void explicitRegistrationIsDoneByTheProgramsLife() {
        OffloadOptions options =
                OffloadOptions.builder().registration(Registration.EXPLICIT).build();
        RecordedTrace trace;
        try (OffloadTestRun run = run(options, EmbeddedOptions.defaults())) {
            trace = run.trace();
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1));
        }
        assertThat(trace.events(Kind.REGISTER)).hasSize(1);
        assertThat(trace.events(Kind.UNREGISTER)).hasSize(1);
    }

    @Test
    void aFusedLaunchMovesTheSameBytes() {
        OffloadOptions options =
                OffloadOptions.builder().transfers(Transfers.FUSED).build();
        try (OffloadTestRun run = run(options, EmbeddedOptions.defaults())) {
            float[] y = Saxpy.constant(1);
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), y);

            assertThat(y).containsExactly(Saxpy.expected(2, 1));
            assertTrace(run.trace()).movedIn(2048).movedOut(1024).launched("saxpy");
        }
    }

    @Test
    void noElementsMoveNothing() {
        try (OffloadTestRun run = run()) {
            run.call("run_saxpy", 0L, 2f, new float[1], new float[1]);

            assertTrace(run.trace()).movedIn(0).movedOut(0).launched("saxpy");
        }
    }

    @Test
    void theDefaultDeviceIsTheOneAskedFor() {
        try (OffloadTestRun run =
                run(OffloadOptions.defaults(), EmbeddedOptions.defaults().withDefaultDevice(2))) {
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1));

            assertThat(run.trace().events(Kind.LAUNCH))
                    .extracting(OffloadEvent::device)
                    .containsExactly(2);
        }
    }

    @Test
    void aDefaultDeviceThatDoesNotExistIsReportedWithThePlace() {
        try (OffloadTestRun run =
                run(OffloadOptions.defaults(), EmbeddedOptions.defaults().withDefaultDevice(9))) {
            assertThatThrownBy(() -> run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1)))
                    .isInstanceOf(OffloadException.class)
                    .hasMessage("saxpy.yaml:7:12: error: device 9 does not exist; there are 4, numbered from 0");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 0x4000000000000001L, 0xC000000000000001L, Long.MAX_VALUE})
    void countsThatNoMemoryHasAreReportedWithArgumentAndPlace(long count) {
        try (OffloadTestRun run = run()) {
            assertThatThrownBy(() -> run.call("run_saxpy", count, 2f, Saxpy.iota(), Saxpy.constant(1)))
                    .hasMessage("saxpy.yaml:7:12: error: 'x' has a count that is negative, or larger than memory");
        }
    }

    @Test
    void anAssertionSaysWhatHappenedInstead() {
        try (OffloadTestRun run = run()) {
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1));

            assertThatThrownBy(() -> assertTrace(run.trace()).movedIn("x", 4))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("expected 4 bytes of 'x' into the device, found 1024 bytes; the copies were"
                            + " [in x 1024, in y 1024, out y 1024], the launches [saxpy]");
        }
    }

    @Test
    void aLaunchWithoutAnImageSaysWhatIsMissing() {
        assertThatThrownBy(() -> launched(List.of()))
                .isInstanceOf(OffloadException.class)
                .hasMessage("saxpy.yaml:7:12: error: the offload runtime did not launch kernel 'saxpy': offloading is"
                        + " disabled, or no device fits the program's images; it has none; embed one for this machine"
                        + " with OffloadModule.embed, before finish");
    }

    @Test
    void aLaunchWithAnImageForAnotherMachineSaysSo() {
        assertThatThrownBy(() -> launched(List.of(Saxpy.imageFor("amdgcn:gfx90a"))))
                .hasMessageEndingWith("no device fits the program's images; its images are for other machines than this"
                        + " one; embed one for this machine with OffloadModule.embed, before finish");
    }

    private static void launched(List<DeviceImage> images) {
        byte[] module = Saxpy.module(OffloadOptions.defaults(), images);
        try (OffloadTestRun run = OffloadTestRun.builder().of(module, "saxpy")) {
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), Saxpy.constant(1));
        }
    }
}
