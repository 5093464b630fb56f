package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.runtime.binding.OpenMpSignatures;
import io.github.offload4j.runtime.binding.Tracer;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Calls for device memory that is not mapped, told to a listener. */
final class ObservedMemory {
    private final LibomptargetBinding runtime;
    private final TraceListener trace;
    private final Map<Long, Long> blocks = new ConcurrentHashMap<>();

    ObservedMemory(LibomptargetBinding runtime, TraceListener trace) {
        this.runtime = runtime;
        this.trace = trace;
    }

    long allocate(long[] words) {
        long start = System.nanoTime();
        long address = runtime.call(OpenMpSignatures.ALLOCATE, "omp_target_alloc", words);
        if (address != 0 && !isHost(words[1])) {
            blocks.put(address, words[0]);
            tracer(words[1]).ended(Kind.ALLOCATE, words[0], "", start);
        }
        return address;
    }

    long free(long[] words) {
        long start = System.nanoTime();
        runtime.call(OpenMpSignatures.FREE, "omp_target_free", words);
        Long bytes = blocks.remove(words[0]);
        if (bytes != null) {
            tracer(words[1]).ended(Kind.FREE, bytes, "", start);
        }
        return 0;
    }

    long copy(long[] words) {
        long start = System.nanoTime();
        long result = runtime.call(OpenMpSignatures.COPY, "omp_target_memcpy", words);
        boolean toHost = isHost(words[5]);
        boolean fromHost = isHost(words[6]);
        if (result == 0 && !(toHost && fromHost)) {
            Kind kind = fromHost ? Kind.COPY_IN : toHost ? Kind.COPY_OUT : Kind.COPY_ACROSS;
            tracer(toHost ? words[6] : words[5]).ended(kind, words[2], "", start);
        }
        return result;
    }

    private boolean isHost(long device) {
        return device == runtime.call(OpenMpSignatures.NUMBER, "omp_get_initial_device");
    }

    private Tracer tracer(long device) {
        return new Tracer(trace, (int) device, Optional.empty());
    }
}
