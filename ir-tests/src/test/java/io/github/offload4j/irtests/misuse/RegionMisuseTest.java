package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.Kernel;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import org.junit.jupiter.api.Test;

/** Regions that are used too late, elsewhere or for something they do not know. */
final class RegionMisuseTest extends Misuse {
    private OffloadArguments mappedX() {
        return OffloadArguments.builder().map(x(), Access.TO, Extent.bytes(8)).build();
    }

    private DataRegion open() {
        return module.offload().open(module.builder(), "step", mappedX(), Device.DEFAULT);
    }

    private DataRegion openWithDevicePointers() {
        return module.offload().openWithDevicePointers(module.builder(), "step", mappedX(), Device.DEFAULT);
    }

    @Test
    void aLaunchInAClosedRegion() {
        DataRegion region = open();
        region.close();
        Refusal.assertRefused(
                module,
                Reason.STATE,
                "the region is closed; use it before it is",
                () -> module.offload().kernel("k").launch(module.builder(), ONE, region));
    }

    @Test
    void anEndOfAClosedRegion() {
        DataRegion region = open();
        region.close();
        Refusal.assertRefused(
                module, Reason.STATE, "the region is closed; use it before it is", () -> region.end(module.builder()));
    }

    @Test
    void aDevicePointerOfAClosedRegion() {
        DataRegion region = openWithDevicePointers();
        region.close();
        Refusal.assertRefused(
                module, Reason.STATE, "the region is closed; use it before it is", () -> region.devicePointer(x()));
    }

    @Test
    void closingTwiceDoesNothing() {
        DataRegion region = open();
        region.close();
        String closed = module.text();
        assertThatCode(region::close).doesNotThrowAnyException();
        assertThat(module.text()).isEqualTo(closed);
    }

    @Test
    void aRegionOfAnotherModule() {
        DataRegion region = open();
        try (TestModule other = TestModule.create(options())) {
            other.define("void @run()");
            Refusal.assertRefused(
                    other,
                    Reason.STATE,
                    "the region belongs to another module",
                    () -> other.offload().kernel("k").launch(other.builder(), ONE, region));
        }
    }

    @Test
    void aRegionLeftOpen() {
        open();
        Refusal.assertRefused(
                module, Reason.STATE, "data regions still open: 1; close them before finish", module.offload()::finish);
    }

    @Test
    void aRegionClosedInAnotherFunction() {
        DataRegion region = open();
        module.define("void @other()");
        Refusal.assertRefused(
                module,
                Reason.POSITION,
                "the region was opened in function 'run', the builder stands in 'other'",
                region::close);
    }

    @Test
    void aLaunchInAnotherFunction() {
        DataRegion region = open();
        module.define("void @other()");
        Refusal.assertRefused(
                module,
                Reason.POSITION,
                "the region was opened in function 'run', the builder stands in 'other'",
                () -> module.offload().kernel("k").launch(module.builder(), ONE, region));
    }

    @Test
    void aDevicePointerOfARegionForLaunches() {
        DataRegion region = open();
        Refusal.assertRefused(
                module,
                Reason.STATE,
                "the region was opened for launches; open it with openWithDevicePointers to get device pointers",
                () -> region.devicePointer(x()));
    }

    @Test
    void aPointerThatTheRegionDoesNotMap() {
        DataRegion region = openWithDevicePointers();
        Refusal.assertRefused(module, Reason.ARGUMENT, "the region does not map 'n'", () -> region.devicePointer(n()));
    }

    @Test
    void aHostPointerInARegionForLaunches() {
        OffloadArguments arguments = OffloadArguments.builder().hostPointer(x()).build();
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "argument 'x' is an untouched host pointer, which a kernel cannot follow; map it, or pass a device"
                        + " pointer",
                () -> module.offload().open(module.builder(), "step", arguments, Device.DEFAULT));
    }

    @Test
    void aMappedArgumentOfALaunchWithoutRegion() {
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "argument 'x' is to be mapped, and a launch maps nothing; open a region for it",
                () -> module.offload().kernel("k").launch(module.builder(), ONE, mappedX()));
    }

    @Test
    void aFallbackForOtherArgumentsThanTheRegions() {
        DataRegion region = open();
        Kernel kernel = module.offload().kernel("k").withFallback(module.declare("void @on_host()"));
        Refusal.assertRefused(
                module,
                Reason.SIGNATURE,
                "'on_host' takes 0 arguments, 1 are given",
                () -> kernel.launch(module.builder(), ONE, region));
    }

    @Test
    void wrongBoundsInARegion() {
        DataRegion region = open();
        TestFunction other = module.define("void @other(i32 %i)");
        module.atEndOf(run.block("entry"));
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "the size of the grid belongs to another function than 'run', where the builder stands",
                () -> module.offload()
                        .kernel("k")
                        .launch(module.builder(), LaunchBounds.of(other.parameter("i"), 1), region));
    }
}
