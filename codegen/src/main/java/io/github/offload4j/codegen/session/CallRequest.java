package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.site.LaunchRequest;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.codegen.signature.Passing;
import java.util.List;
import java.util.Optional;

/**
 * What an offloaded call is asked to do.
 *
 * @param symbol the callee's symbol
 * @param callee the function that the call names; a kernel need not be one of the host module
 * @param arguments the arguments in order
 * @param device the device
 * @param location where the user wrote the call, in place of the builder's debug location
 * @param kind what is called between the begin and the end
 */
public record CallRequest(
        String symbol,
        Optional<IrFunction> callee,
        List<Argument> arguments,
        Device device,
        Optional<SourceLocation> location,
        Kind kind) {
    /** Copies the list. */
    public CallRequest {
        arguments = List.copyOf(arguments);
    }

    /** What is called. */
    public sealed interface Kind {
        /**
         * The kernel is launched.
         *
         * @param bounds the grid and the block
         * @param fallback what runs when the launch is refused
         */
        record Launch(LaunchBounds bounds, Optional<IrFunction> fallback) implements Kind {}

        /**
         * The callee is called with device pointers.
         *
         * @param ordering what makes its work and the runtime's copies follow each other
         * @param onStatus what an i32 result that is not 0 does; the module's option where there is nothing
         */
        record Host(Ordering ordering, Optional<OnStatus> onStatus) implements Kind {}
    }

    /** Returns the same call with other values, at a place that is known. */
    CallRequest with(List<Argument> others, Device number, Optional<SourceLocation> place, Kind called) {
        return new CallRequest(symbol, callee, others, number, place, called);
    }

    SiteRequest site() {
        return new SiteRequest(symbol, arguments, device, location);
    }

    LaunchRequest launch(Kind.Launch launch) {
        return new LaunchRequest(symbol, launch.bounds(), launch.fallback());
    }

    List<IrValue> values() {
        return arguments.stream().map(Argument::value).toList();
    }

    List<IrValue> values(Passing.Kind passed) {
        return arguments.stream()
                .filter(argument -> argument.passing().kind() == passed)
                .map(Argument::value)
                .toList();
    }
}
