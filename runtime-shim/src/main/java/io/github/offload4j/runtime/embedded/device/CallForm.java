package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.LaunchForm;
import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.runtime.binding.LaunchArguments;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.trace.LaunchShape;
import java.util.List;
import java.util.OptionalLong;

/** How the host plugin of a version of libomptarget takes a launch, and calls the kernel. */
final class CallForm {
    private final Site site;
    private final LaunchArguments launch;
    private final List<MapEntry> entries;
    private final long struct;
    private final LaunchForm expected;
    private final boolean array;

    CallForm(Site site, LaunchArguments launch, List<MapEntry> entries, long struct) {
        this.site = site;
        this.launch = launch;
        this.entries = entries;
        this.struct = struct;
        this.expected = site.runtime().launchForm(true);
        this.array = site.runtime().kernelForm(true) == KernelForm.POINTER_LAST;
    }

    /** Refuses a launch that the runtime refuses, asserts against or misunderstands. */
    void require(String kernel) {
        boolean flat = isFlat(launch.shape().grid()) && isFlat(launch.shape().block());
        if (!flat && !site.runtime().hasThreeDimensionalGrids()) {
            site.overlook(
                    "kernel '" + kernel + "' is launched with " + launch.shape().grid() + " blocks of "
                            + launch.shape().block() + " threads, and " + site.runtimeName()
                            + " takes one-dimensional grids only");
        }
        if (!array) {
            if (launch.version() > LaunchArguments.NEWEST_BEFORE_23) {
                throw site.refuse("kernel '" + kernel + "' is launched with arguments of version " + launch.version()
                        + ", which " + site.runtimeName() + " takes for version "
                        + LaunchArguments.NEWEST_BEFORE_23 + "; emit the module for "
                        + site.runtime().optionName() + " or portable");
            }
            return;
        }
        if (launch.version() < expected.version()) {
            throw site.refuse("kernel '" + kernel + "' is launched with arguments of version " + launch.version()
                    + ", and " + site.runtimeName() + " takes version " + expected.version()
                    + " for kernels on hosts; emit the module for llvm-23 or portable");
        }
        if ((launch.flags() & RuntimeConstants.STRICT_SIZES) == 0) {
            site.overlook("kernel '" + kernel + "' is launched without asking for exactly these sizes (bit 6 of the"
                    + " flags), which " + site.runtimeName() + " wants of kernels that have no environment");
        }
        if (entries.isEmpty() || !isPlace(entries.get(entries.size() - 1))) {
            throw site.refuse("kernel '" + kernel + "' is launched without a last entry for what " + site.runtimeName()
                    + " adds, so the last argument is lost");
        }
    }

    private static boolean isFlat(LaunchShape.Size size) {
        return size.y() == 1 && size.z() == 1;
    }

    private static boolean isPlace(MapEntry entry) {
        return entry.isHidden() && entry.has(MapFlag.TARGET_PARAM) && entry.base() == 0 && entry.begin() == 0;
    }

    /** Returns what the kernel gets in front of the entries. */
    OptionalLong first() {
        // The launch's own struct has the bounds, which a kernel on a host needs to run the whole grid.
        boolean hidden = !array && launch.version() >= LaunchArguments.HIDDEN_ARGUMENT_VERSION;
        return hidden ? OptionalLong.of(struct) : OptionalLong.empty();
    }

    /** Calls a kernel with what the entries hand over. */
    void call(long code, long[] words) {
        if (!array) {
            NativeCalls.callLibrary(CallSignature.ofWords(words.length), code, words);
            return;
        }
        if (words.length > 0) {
            words[words.length - 1] = RuntimeConstants.NO_LAUNCH_ENVIRONMENT;
        }
        long values = NativeMemory.allocate(2L * Math.max(1, words.length) * Long.BYTES);
        try {
            long addresses = values + (long) words.length * Long.BYTES;
            for (int i = 0; i < words.length; i++) {
                NativeMemory.putLong(values + (long) i * Long.BYTES, words[i]);
                NativeMemory.putLong(addresses + (long) i * Long.BYTES, values + (long) i * Long.BYTES);
            }
            NativeCalls.callLibrary(CallSignature.ofWords(1), code, addresses);
        } finally {
            NativeMemory.free(values);
        }
    }
}
