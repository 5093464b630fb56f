package io.github.offload4j.irtests.misuse;

import static org.bytedeco.llvm.global.LLVM.LLVMGetUndef;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grids, blocks and devices that no launch can have. */
final class BoundsMisuseTest extends Misuse {
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 2147483648L, Long.MAX_VALUE})
    void aSizeOutOfRange(long size) {
        Refusal.assertRefused(
                Reason.LAUNCH_BOUNDS, "size " + size + " is not in 1 to 2147483647", () -> LaunchBounds.of(size, 1));
        Refusal.assertRefused(
                Reason.LAUNCH_BOUNDS, "size " + size + " is not in 1 to 2147483647", () -> Dimensions.of(1, 1, size));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2147483648L})
    void sharedMemoryOutOfRange(long bytes) {
        Refusal.assertRefused(
                Reason.LAUNCH_BOUNDS,
                "shared memory of " + bytes + " bytes is not in 0 to 2147483647",
                () -> ONE.withShared(bytes));
    }

    @Test
    void aDeviceBelowTheDefault() {
        Refusal.assertRefused(
                Reason.LAUNCH_BOUNDS, "device -2 is negative; -1 stands for the default", () -> Device.of(-2));
    }

    @Test
    void aGridThatIsNoInteger() {
        assertRefused(
                right().launch(LaunchBounds.of(f(), 1)),
                Reason.LAUNCH_BOUNDS,
                "the size of the grid is float; give an integer of at most 64 bits");
    }

    @Test
    void aBlockOfTooManyBits() {
        assertRefused(
                right().launch(LaunchBounds.of(Dimensions.of(1), Dimensions.of(LLVMGetUndef(module.type("i128"))))),
                Reason.LAUNCH_BOUNDS,
                "the size of the block is i128; give an integer of at most 64 bits");
    }

    @Test
    void sharedMemoryThatIsNoInteger() {
        assertRefused(
                right().launch(ONE.withShared(x())),
                Reason.LAUNCH_BOUNDS,
                "the shared memory is ptr; give an integer of at most 64 bits");
    }

    @Test
    void aDeviceThatIsNoInteger() {
        assertRefused(
                right().device(Device.of(f())),
                Reason.LAUNCH_BOUNDS,
                "the device is float; give an integer of at most 64 bits");
    }

    @ParameterizedTest
    @EnumSource(names = {"LLVM_19", "PORTABLE"})
    void threeDimensionsForARuntimeThatHasOne(RuntimeAbi abi) {
        try (TestModule flat =
                TestModule.create(OffloadOptions.builder().runtime(abi).build())) {
            flat.define("void @run()");
            Refusal.assertRefused(
                    flat,
                    Reason.RUNTIME_ABI,
                    "runtime ABI " + abi.optionName()
                            + " launches one-dimensional grids only; flatten the grid, or choose llvm-20 or later",
                    () -> flat.call(kernel().launch(LaunchBounds.of(Dimensions.of(1, 2, 1), Dimensions.of(1)))));
        }
    }
}
