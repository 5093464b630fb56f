package io.github.offload4j.irtests.misuse;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Pinning;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Options that contradict each other or the call; most of them with preset {@code rustc}. */
final class OptionMisuseTest extends Misuse {
    @Override
    OffloadOptions options() {
        return rustc().build();
    }

    private static OffloadOptions.Builder rustc() {
        return OffloadOptions.builder().preset(Preset.RUSTC);
    }

    private static void assertDecided(OffloadOptions.Builder options, String what) {
        Refusal.assertRefused(
                Reason.OPTION,
                "preset rustc decides " + what + " itself; leave the option out, or use preset default",
                options::build);
    }

    @Test
    void optionsThatThePresetDecides() {
        assertDecided(rustc().transfers(Transfers.FUSED), "transfers");
        assertDecided(rustc().devicePointers(DevicePointers.RETURN_PARAM), "device pointers");
        assertDecided(rustc().launchFailure(LaunchFailure.ABORT), "launch failure");
        assertDecided(rustc().registration(Registration.EXPLICIT), "registration");
        assertDecided(rustc().synchronization(Synchronization.SPIN), "synchronization");
        assertDecided(rustc().pinning(Pinning.AUTOMATIC), "pinning");
        assertDecided(rustc().checkAliases(true), "alias checks");
    }

    @Test
    void aRuntimeThatDoesNotTakeRustcsLaunches() {
        Refusal.assertRefused(
                Reason.OPTION,
                "preset rustc launches as libomptarget 19 to 22 take it, which llvm-23 does not; choose llvm-22 or older,"
                        + " or preset default",
                rustc().runtime(RuntimeAbi.LLVM_23)::build);
    }

    @Test
    void pinningWithoutBeginAndEndCalls() {
        Refusal.assertRefused(
                Reason.OPTION,
                "memory is pinned from begin to end calls, which fused transfers do not have; use split or resident"
                        + " transfers",
                OffloadOptions.builder().transfers(Transfers.FUSED).pinning(Pinning.AUTOMATIC)::build);
    }

    @Test
    void pinningOfNothing() {
        Refusal.assertRefused(
                Reason.OPTION,
                "memory of 0 bytes cannot be pinned; give the least size, 1 or more",
                () -> Pinning.from(0));
    }

    @Test
    void modifiersThatThePresetDoesNotKnow() {
        assertRefused(
                kernel().map(x(), Access.TO, Extent.bytes(8), Set.of(MapModifier.PRESENT)),
                Reason.ARGUMENT,
                "argument 'x' has map modifiers, which rustc's lowering does not know");
    }

    @Test
    void aDevicePointerThatThePresetDoesNotKnow() {
        assertRefused(
                kernel().devicePointer(x()),
                Reason.ARGUMENT,
                "argument 'x' is a device pointer, which rustc's lowering does not know");
    }

    @Test
    void aFallbackThatThePresetWouldNeverCall() {
        assertRefused(
                right().fallback(module.declare("void @on_host(ptr)")),
                Reason.ARGUMENT,
                "rustc's lowering ignores a refused launch, so a fallback would never run");
    }

    @Test
    void aLaunchWithoutTheFallbackThatTheOptionAsksFor() {
        OffloadOptions fallback =
                OffloadOptions.builder().launchFailure(LaunchFailure.FALLBACK).build();
        try (TestModule strict = TestModule.create(fallback)) {
            strict.define("void @run()");
            Refusal.assertRefused(
                    strict,
                    Reason.ARGUMENT,
                    "kernel 'k' has no fallback, and refused launches are to run one; give it a fallback",
                    () -> strict.call(kernel()));
        }
    }
}
