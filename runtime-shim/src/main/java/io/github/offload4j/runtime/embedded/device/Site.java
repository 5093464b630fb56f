package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.binding.BindingErrors;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.binding.Tracer;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import java.util.Optional;

/**
 * Where a call of the program stands, and how it is judged.
 *
 * @param location the place in the user's source
 * @param tracer what hears of it
 * @param options how the devices behave
 */
record Site(Optional<SourceLocation> location, Tracer tracer, EmbeddedOptions options) {
    /** Returns whether what libomptarget overlooks is an error. */
    boolean strict() {
        return options.strict();
    }

    /** Returns the version of libomptarget whose ways the devices have. */
    RuntimeAbi runtime() {
        return options.runtime();
    }

    /** Returns what a message calls that. */
    String runtimeName() {
        return runtime().optionName().replace("llvm-", "libomptarget ");
    }

    OffloadException refuse(MapEntry entry, String fact) {
        return BindingErrors.of(location, entry, fact);
    }

    /** Returns the error of an argument that a device has no memory for. */
    OffloadException outOfMemory(MapEntry entry, EmbeddedDevice device) {
        return refuse(
                entry,
                "does not fit into the memory of device " + device.number() + ": it has " + entry.size() + " bytes");
    }

    OffloadException refuse(String fact) {
        return BindingErrors.of(location, fact);
    }

    /** Throws when what libomptarget overlooks is an error. */
    void overlook(MapEntry entry, String fact) {
        if (strict()) {
            throw refuse(entry, fact);
        }
    }

    /** Throws when what libomptarget overlooks is an error. */
    void overlook(String fact) {
        if (strict()) {
            throw refuse(fact);
        }
    }
}
