package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.runtime.binding.BindingErrors;
import io.github.offload4j.runtime.binding.LaunchArguments;
import io.github.offload4j.runtime.binding.LentMemory;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.binding.OpenMpSignatures;
import io.github.offload4j.runtime.binding.ReportText;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.List;
import java.util.Optional;

/**
 * Calls of libomptarget that map data, looked at before the library sees them: it trusts every size. It does not trust its
 * caller with anything else either: what it cannot map it ends the process for.
 */
final class CheckedCalls {
    private final LibomptargetBinding runtime;
    private final HeldData held;
    private final Optional<ObservedCalls> observed;

    CheckedCalls(LibomptargetBinding runtime, Registrations registrations, HeldData held, TraceListener trace) {
        this.runtime = runtime;
        this.held = held;
        this.observed = trace == TraceListener.NONE
                ? Optional.empty()
                : Optional.of(new ObservedCalls(runtime, registrations, trace));
    }

    long call(RuntimeFunction function, long[] words) {
        boolean launch = function == RuntimeFunction.TARGET_KERNEL;
        List<MapEntry> entries = launch ? MapEntry.read(checked(words).arrays()) : MapEntry.ofDataCall(words);
        LentMemory.requireMappable(entries, ReportText.location(words[0]));
        long device = device(words[1]);
        long result = observed.isPresent()
                ? observed.get().call(function, words, entries)
                : runtime.call(CallSignature.of(function), function.symbol(), words);
        if (function == RuntimeFunction.DATA_BEGIN) {
            held.begun(device, entries);
        } else if (function == RuntimeFunction.DATA_END) {
            held.ended(device, entries);
        }
        return result;
    }

    /** Kernels that a later runtime calls would read arguments that are not there. */
    private LaunchArguments checked(long[] words) {
        LaunchArguments launch = LaunchArguments.read(words[5], (int) words[2], (int) words[3]);
        if (launch.version() > LaunchArguments.NEWEST_BEFORE_23 && runtime.isBefore23()) {
            throw BindingErrors.of(
                    ReportText.location(words[0]),
                    "a kernel is launched with arguments of version " + launch.version() + ", which "
                            + runtime.description() + " takes for version " + LaunchArguments.NEWEST_BEFORE_23
                            + "; emit the module for that runtime ABI or portable");
        }
        return launch;
    }

    /** A program may give the default another number before it ends what it began. */
    private long device(long number) {
        return number == RuntimeConstants.DEFAULT_DEVICE
                ? runtime.call(OpenMpSignatures.NUMBER, RuntimeFunction.DEFAULT_DEVICE.symbol())
                : number;
    }
}
