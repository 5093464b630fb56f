package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What programs have begun to map and not ended. Libomptarget counts, and asks nobody: the data of a program that was
 * stopped half-way would stay mapped, and the next one that has its memory at the same address would be aborted.
 */
final class HeldData {
    private static final MapType NOT_COUNTED = MapType.of(MapFlag.LITERAL, MapFlag.PRIVATE, MapFlag.ATTACH);

    private final LibomptargetBinding runtime;
    private final Map<Place, Deque<Hold>> holds = new LinkedHashMap<>();

    /**
     * What libomptarget counts under.
     *
     * @param held whether it is the count that {@link MapFlag#DELETE} leaves alone
     */
    private record Place(long device, long begin, boolean held) {}

    /** One count, and whose it is. */
    private record Hold(long size, long thread, long nanos) {}

    HeldData(LibomptargetBinding runtime) {
        this.runtime = runtime;
    }

    synchronized void begun(long device, List<MapEntry> entries) {
        for (MapEntry entry : entries) {
            if (isCounted(entry)) {
                add(place(device, entry.begin(), entry), entry.size());
                if (entry.has(MapFlag.PTR_AND_OBJ)) {
                    add(place(device, entry.base(), entry), Long.BYTES);
                }
            }
        }
    }

    private void add(Place place, long size) {
        holds.computeIfAbsent(place, none -> new ArrayDeque<>())
                .addLast(new Hold(size, Thread.currentThread().getId(), System.nanoTime()));
    }

    synchronized void ended(long device, List<MapEntry> entries) {
        for (MapEntry entry : entries) {
            if (isCounted(entry)) {
                remove(place(device, entry.begin(), entry), entry.has(MapFlag.DELETE));
                if (entry.has(MapFlag.PTR_AND_OBJ)) {
                    remove(place(device, entry.base(), entry), entry.has(MapFlag.DELETE));
                }
            }
        }
    }

    private void remove(Place place, boolean all) {
        Deque<Hold> found = holds.get(place);
        if (found != null) {
            found.pollLast();
            if (all || found.isEmpty()) {
                holds.remove(place);
            }
        }
    }

    private static Place place(long device, long begin, MapEntry entry) {
        return new Place(device, begin, entry.has(MapFlag.HOLD));
    }

    /** Members count through their struct. */
    private static boolean isCounted(MapEntry entry) {
        return (entry.type().bits() & NOT_COUNTED.bits()) == 0
                && entry.begin() != 0
                && (entry.type().memberOf() == 0 || entry.has(MapFlag.PTR_AND_OBJ));
    }

    synchronized boolean has(long begin, long bytes) {
        return holds.entrySet().stream()
                .anyMatch(entry -> entry.getValue().stream()
                        .anyMatch(hold -> hold.size() > 0
                                && entry.getKey().begin() < begin + bytes
                                && begin < entry.getKey().begin() + hold.size()));
    }

    /** Ends what this thread began after a time, without copying. */
    void drop(long sinceNanos) {
        long thread = Thread.currentThread().getId();
        List<Runnable> ends = new ArrayList<>();
        synchronized (this) {
            for (Iterator<Map.Entry<Place, Deque<Hold>>> all = holds.entrySet().iterator(); all.hasNext(); ) {
                Map.Entry<Place, Deque<Hold>> entry = all.next();
                entry.getValue().removeIf(hold -> {
                    boolean dropped = hold.thread() == thread && hold.nanos() - sinceNanos >= 0;
                    if (dropped) {
                        ends.add(() -> end(entry.getKey(), hold.size()));
                    }
                    return dropped;
                });
                if (entry.getValue().isEmpty()) {
                    all.remove();
                }
            }
        }
        ends.forEach(Runnable::run);
    }

    private void end(Place place, long size) {
        long arrays = NativeMemory.allocate(4L * Long.BYTES);
        try {
            long begins = arrays + Long.BYTES;
            long sizes = begins + Long.BYTES;
            long types = sizes + Long.BYTES;
            NativeMemory.putLong(arrays, place.begin());
            NativeMemory.putLong(begins, place.begin());
            NativeMemory.putLong(sizes, size);
            NativeMemory.putLong(types, place.held() ? MapFlag.HOLD.bit() : 0);
            runtime.call(
                    CallSignature.of(RuntimeFunction.DATA_END),
                    RuntimeFunction.DATA_END.symbol(),
                    0,
                    place.device(),
                    1,
                    arrays,
                    begins,
                    sizes,
                    types,
                    0,
                    0);
        } finally {
            NativeMemory.free(arrays);
        }
    }
}
