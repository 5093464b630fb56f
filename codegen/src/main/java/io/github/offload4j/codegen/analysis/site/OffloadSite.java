package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.flow.ControlFlow;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runtime calls that belong together: they share their tables.
 *
 * @param mode what the site is for
 * @param calls its runtime calls except launches, in the order of the program text
 * @param launches its launches
 * @param hostCalls the calls of host functions that get its device pointers
 * @param devicePointers the device addresses that the program gets from it
 */
public record OffloadSite(
        Mode mode,
        List<RuntimeCall> calls,
        List<Launch> launches,
        List<HostCall> hostCalls,
        List<DevicePointer> devicePointers) {
    /** What a site is for. */
    public enum Mode {
        /** It launches kernels. */
        KERNEL,
        /** It calls host functions with device pointers. */
        HOST,
        /** It maps data for what happens between its two ends. */
        REGION,
        /** It maps data that something else unmaps. */
        ENTER,
        /** It unmaps data that something else has mapped. */
        EXIT,
        /** It copies mapped data. */
        UPDATE
    }

    /** Copies the lists. */
    public OffloadSite {
        calls = List.copyOf(calls);
        launches = List.copyOf(launches);
        hostCalls = List.copyOf(hostCalls);
        devicePointers = List.copyOf(devicePointers);
    }

    /** Returns every runtime call, launches last. */
    public List<RuntimeCall> allCalls() {
        List<RuntimeCall> all = new ArrayList<>(calls);
        launches.forEach(launch -> all.add(launch.call()));
        return all;
    }

    /** Returns the call that maps the data, when there is one. */
    public Optional<RuntimeCall> begin() {
        return calls.stream().filter(c -> c.kind() == RuntimeCall.Kind.BEGIN).findFirst();
    }

    /** Returns the calls that unmap the data, one for each way out. */
    public List<RuntimeCall> ends() {
        return calls.stream().filter(c -> c.kind() == RuntimeCall.Kind.END).toList();
    }

    /** Returns the call that a message about the whole site points at. */
    public RuntimeCall first() {
        return allCalls().get(0);
    }

    /** Returns the function that the site stands in. */
    public IrFunction function() {
        return first().function();
    }

    /** Returns where the program's source has the site. */
    public Optional<SourceLocation> location() {
        return first().location();
    }

    /** Returns whether a call of it asks the runtime not to wait, which OpenMP's tasks can do. */
    public boolean isAsynchronous() {
        return allCalls().stream().anyMatch(RuntimeCall::isAsynchronous)
                || launches().stream().anyMatch(Launch::isAsynchronous);
    }

    /**
     * Returns whether its function can also return without it, be it for a clause {@code if} of OpenMP's or for a statement
     * of the program. A launch of an empty grid that is left out is no such case.
     */
    public boolean isConditional() {
        return launches.stream().noneMatch(Launch::skippedWhenEmpty)
                && new ControlFlow(function()).isAvoidable(first().instruction());
    }
}
