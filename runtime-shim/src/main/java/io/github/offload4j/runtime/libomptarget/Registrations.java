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
 * <p>The runtime keeps traces of a registration after its end: from 20 on entries of the old format, converted, under the
 * descriptor's address; in all versions an empty table under the entries' address. A program that is compiled where an
 * earlier one was would be given that one's kernels, or none. So the runtime never sees a program's own descriptor, but a
 * copy with entries of the format that it reads itself.
 */
final class Registrations {
    private final LibomptargetBinding runtime;
    private final RuntimeAbi abi;
    private final Map<Long, Registration> registered = new HashMap<>();
    private final KeptImages images = new KeptImages();

    /** One registered descriptor, and what the runtime has in its place. */
    private record Registration(BinaryDescriptor content, DescriptorCopy copy) {}

    Registrations(LibomptargetBinding runtime, RuntimeAbi abi) {
        this.runtime = runtime;
        this.abi = abi;
    }

    synchronized long register(long descriptor, TraceListener trace) {
        long start = System.nanoTime();
        BinaryDescriptor content = BinaryDescriptor.read(descriptor);
        if (abi.entryLayout() == StructLayout.LEGACY_ENTRY
                && !content.legacy()
                && !content.entries().isEmpty()) {
            throw new OffloadException(
                    Reason.RUNTIME_ABI,
                    "the module's entries have the format of LLVM 20 and later, which " + runtime.description()
                            + " cannot read; emit it for llvm-19 or portable");
        }
        DescriptorCopy copy = DescriptorCopy.of(forRuntime(content), abi.entryLayout());
        registered.put(descriptor, new Registration(content, copy));
        call(RuntimeFunction.REGISTER_LIBRARY, copy.address());
        tell(trace, Kind.REGISTER, start);
        return 0;
    }

    private BinaryDescriptor forRuntime(BinaryDescriptor content) {
        return switch (abi) {
            case LLVM_19, LLVM_20, PORTABLE ->
                new BinaryDescriptor(
                        content.images().stream().map(images::keep).toList(), content.entries(), content.legacy());
            case LLVM_21, LLVM_22, LLVM_23 -> content;
        };
    }

    synchronized long unregister(long descriptor, TraceListener trace) {
        long start = System.nanoTime();
        Registration registration = registered.remove(descriptor);
        if (registration == null) {
            throw new OffloadException(Reason.EXECUTION, "a module is unregistered that is not registered");
        }
        call(RuntimeFunction.UNREGISTER_LIBRARY, registration.copy().address());
        registration.copy().close();
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
