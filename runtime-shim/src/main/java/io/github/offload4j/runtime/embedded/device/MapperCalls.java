package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Functions of programs that tell what an entry consists of, and what they have told. */
final class MapperCalls {
    private static final CallSignature MAPPER = CallSignature.of(
            NativeType.VOID,
            NativeType.POINTER,
            NativeType.POINTER,
            NativeType.POINTER,
            NativeType.I64,
            NativeType.I64,
            NativeType.POINTER);

    private final Map<Long, List<MapEntry>> open = new ConcurrentHashMap<>();
    private final AtomicLong handles = new AtomicLong();

    /** Returns what the mapper function of an entry tells. */
    List<MapEntry> components(MapEntry entry) {
        long handle = handles.incrementAndGet();
        List<MapEntry> told = new ArrayList<>();
        open.put(handle, told);
        try {
            NativeCalls.callLibrary(MAPPER, entry.mapper(), new long[] {
                handle, entry.base(), entry.begin(), entry.size(), entry.type().bits(), entry.text()
            });
        } finally {
            open.remove(handle);
        }
        return List.copyOf(told);
    }

    /** Takes a component: handle, base, begin, size, map type, name. */
    long push(long[] words) {
        List<MapEntry> told = told(words[0]);
        told.add(new MapEntry(told.size(), 0, words[1], words[2], words[3], new MapType(words[4]), words[5], 0));
        return 0;
    }

    /** Returns how many components were told so far. */
    long count(long[] words) {
        return told(words[0]).size();
    }

    private List<MapEntry> told(long handle) {
        List<MapEntry> told = open.get(handle);
        if (told == null) {
            throw new IllegalStateException("handle " + handle + " is none that a mapper function was called with");
        }
        return told;
    }
}
