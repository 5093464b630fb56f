package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.runtime.binding.Tracer;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.util.Map;

/** Copies between a mapped region and its counterpart. The caller has the device's lock. */
final class Transfer {
    private final Tracer tracer;

    Transfer(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Copies to the device; pointers that were attached there stay attached. */
    void in(Mapping mapping, long host, long bytes, String name) {
        long start = System.nanoTime();
        NativeMemory.copy(mapping.translate(host), host, bytes);
        for (Map.Entry<Long, Mapping.Attached> pointer :
                mapping.attachedIn(host, bytes).entrySet()) {
            NativeMemory.putLong(
                    mapping.translate(pointer.getKey()), pointer.getValue().deviceValue());
        }
        tracer.ended(Kind.COPY_IN, bytes, name, start);
    }

    /** Copies to the host; pointers that were attached on the device get their host values again. */
    void out(Mapping mapping, long host, long bytes, String name) {
        long start = System.nanoTime();
        NativeMemory.copy(host, mapping.translate(host), bytes);
        for (Map.Entry<Long, Mapping.Attached> pointer :
                mapping.attachedIn(host, bytes).entrySet()) {
            NativeMemory.putLong(pointer.getKey(), pointer.getValue().hostValue());
        }
        tracer.ended(Kind.COPY_OUT, bytes, name, start);
    }

    /** Makes the device copy of a mapped pointer point to device memory. */
    void attach(Mapping pointer, long host, Mapping.Attached values, String name) {
        if (pointer.attach(host, values)) {
            long start = System.nanoTime();
            NativeMemory.putLong(pointer.translate(host), values.deviceValue());
            tracer.ended(Kind.COPY_IN, Long.BYTES, name, start);
        }
    }
}
