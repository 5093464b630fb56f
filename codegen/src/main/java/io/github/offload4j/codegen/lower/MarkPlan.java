package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.session.CallRequest;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.codegen.signature.Parameter;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a marked call is to become.
 *
 * @param marked the call
 * @param device the device
 * @param passings how each argument is passed
 * @param purpose what for
 * @param asynchronous what orders it among asynchronous sites; nothing when the program waits for it at once
 */
record MarkPlan(
        MarkedCall marked,
        Device device,
        List<Passing> passings,
        Purpose purpose,
        Optional<List<Dependence>> asynchronous) {
    /** The site that data is named after for which nothing is called. */
    private static final String DATA = "data";

    /** What a marked call is for. */
    sealed interface Purpose {}

    /** Host mode: the function itself is called, with device addresses. */
    record Call() implements Purpose {}

    /**
     * Nothing is called.
     *
     * @param action what is done to the data
     */
    record Data(DataAction action) implements Purpose {}

    /** Nothing is called, and what is asynchronous is waited for. */
    record Wait() implements Purpose {}

    /**
     * Kernel mode: a launch.
     *
     * @param kernel the kernel's symbol
     * @param bounds the grid and the block
     * @param fallback what runs when the launch is refused
     */
    record Launch(String kernel, LaunchBounds bounds, Optional<IrFunction> fallback) implements Purpose {}

    IrInstruction call() {
        return marked.call();
    }

    /** Returns what the names of the site's globals end with. */
    String siteName() {
        return purpose instanceof Data || purpose instanceof Wait
                ? DATA
                : call().calledFunction().orElse(call().function()).name();
    }

    /** Returns the call as a region around it. */
    SiteRequest region() {
        return new SiteRequest(siteName(), arguments(), device, Optional.empty());
    }

    /** Returns the launch as a region around it. */
    SiteRequest region(Launch wanted) {
        return new SiteRequest(wanted.kernel(), arguments(), device, Optional.empty());
    }

    /** Returns the launch as an offload call. */
    CallRequest request(Launch wanted) {
        return new CallRequest(
                wanted.kernel(),
                call().calledFunction(),
                arguments(),
                device,
                Optional.empty(),
                new CallRequest.Kind.Launch(wanted.bounds(), wanted.fallback()));
    }

    /** Returns the call of a host function, which is named, as an offload call. */
    CallRequest hostRequest() {
        return new CallRequest(
                siteName(),
                call().calledFunction(),
                arguments(),
                device,
                Optional.empty(),
                new CallRequest.Kind.Host(Ordering.AUTOMATIC, Optional.empty()));
    }

    private List<Argument> arguments() {
        List<IrValue> values = call().arguments();
        List<Argument> arguments = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Parameter parameter = new Parameter(ArgumentName.of(values.get(i)), passings.get(i));
            arguments.add(new Argument(values.get(i), parameter));
        }
        return arguments;
    }
}
