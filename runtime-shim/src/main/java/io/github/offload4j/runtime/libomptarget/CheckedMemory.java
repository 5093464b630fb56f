package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.runtime.binding.LentMemory;
import io.github.offload4j.runtime.binding.OpenMpSignatures;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.nativecode.UpcallHandler;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.Optional;

/** Calls of libomptarget that copy what is not mapped, looked at before the library sees them. */
final class CheckedMemory {
    private final LibomptargetBinding runtime;
    private final Optional<ObservedMemory> observed;

    CheckedMemory(LibomptargetBinding runtime, TraceListener trace) {
        this.runtime = runtime;
        this.observed =
                trace == TraceListener.NONE ? Optional.empty() : Optional.of(new ObservedMemory(runtime, trace));
    }

    Optional<RuntimeSymbol> find(String symbol) {
        return switch (symbol) {
            case "omp_target_alloc" ->
                observed.map(told -> new RuntimeSymbol.Method(OpenMpSignatures.ALLOCATE, told::allocate));
            case "omp_target_free" -> observed.map(told -> new RuntimeSymbol.Method(OpenMpSignatures.FREE, told::free));
            case "omp_target_memcpy" -> Optional.of(new RuntimeSymbol.Method(OpenMpSignatures.COPY, this::copy));
            case "omp_target_associate_ptr" ->
                Optional.of(new RuntimeSymbol.Method(OpenMpSignatures.ASSOCIATE, this::associate));
            default -> Optional.empty();
        };
    }

    private long copy(long[] words) {
        long bytes = words[2];
        LentMemory.requireInside(words[0] + words[3], bytes, "written by omp_target_memcpy", Optional.empty());
        LentMemory.requireInside(words[1] + words[4], bytes, "read by omp_target_memcpy", Optional.empty());
        UpcallHandler call = observed.<UpcallHandler>map(told -> told::copy)
                .orElse(all -> runtime.call(OpenMpSignatures.COPY, "omp_target_memcpy", all));
        return call.call(words);
    }

    private long associate(long[] words) {
        LentMemory.requireInside(words[0], words[2], "associated with device memory", Optional.empty());
        return runtime.call(OpenMpSignatures.ASSOCIATE, "omp_target_associate_ptr", words);
    }
}
