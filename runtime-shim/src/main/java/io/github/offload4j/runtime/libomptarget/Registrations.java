package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.binding.BinaryDescriptor;
import io.github.offload4j.runtime.binding.Tracer;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What programs of this process have registered.
 *
 * <p>From 20 on the runtime converts entries of the old format, and remembers the result by the descriptor's address for
 * ever. A program that is compiled where an earlier one was would be given that one's kernels, so old entries are
 * converted here, and registered in the new format, of which nothing is remembered.
 */
final class Registrations {
    private final LibomptargetBinding runtime;
    private final RuntimeAbi abi;
    private final Map<Long, Registration> registered = new HashMap<>();

    /** One registered descriptor; the copy is what the runtime has, when it is not the descriptor itself. */
    private record Registration(BinaryDescriptor content, Optional<ConvertedDescriptor> copy) {}

    Registrations(LibomptargetBinding runtime, RuntimeAbi abi) {
        this.runtime = runtime;
        this.abi = abi;
    }

    synchronized long register(long descriptor, TraceListener trace) {
        long start = System.nanoTime();
        BinaryDescriptor content = BinaryDescriptor.read(descriptor);
        boolean readsNew = abi.entryLayout() == StructLayout.ENTRY;
        if (!readsNew && !content.legacy() && !content.entries().isEmpty()) {
            throw new OffloadException(
                    Reason.RUNTIME_ABI,
                    "the module's entries have the format of LLVM 20 and later, which " + runtime.description()
                            + " cannot read; emit it for llvm-19 or portable");
        }
        Optional<ConvertedDescriptor> copy =
                readsNew && content.legacy() ? Optional.of(ConvertedDescriptor.of(content)) : Optional.empty();
        registered.put(descriptor, new Registration(content, copy));
        call(
                RuntimeFunction.REGISTER_LIBRARY,
                copy.map(ConvertedDescriptor::address).orElse(descriptor));
        tell(trace, Kind.REGISTER, start);
        return 0;
    }

    synchronized long unregister(long descriptor, TraceListener trace) {
        long start = System.nanoTime();
        Registration registration = registered.remove(descriptor);
        if (registration == null) {
            throw new OffloadException(Reason.EXECUTION, "a module is unregistered that is not registered");
        }
        call(
                RuntimeFunction.UNREGISTER_LIBRARY,
                registration.copy().map(ConvertedDescriptor::address).orElse(descriptor));
        registration.copy().ifPresent(ConvertedDescriptor::close);
        TemporaryImages.delete();
        tell(trace, Kind.UNREGISTER, start);
        return 0;
    }

    /** Returns the name of the kernel that an address identifies. */
    synchronized Optional<String> kernel(long regionId) {
        return registered.values().stream()
                .flatMap(registration -> registration.content().entries().stream())
                .filter(entry -> entry.address() == regionId && entry.size() == 0)
                .map(BinaryDescriptor.Entry::name)
                .findFirst();
    }

    private void call(RuntimeFunction function, long descriptor) {
        runtime.call(CallSignature.of(function), function.symbol(), descriptor);
    }

    private static void tell(TraceListener trace, Kind kind, long start) {
        new Tracer(trace, OffloadEvent.NO_DEVICE, Optional.empty()).ended(kind, 0, "", start);
    }
}
