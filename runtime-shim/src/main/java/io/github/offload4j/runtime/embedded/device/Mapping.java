package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A region of host memory that has a counterpart on a device. Guarded by its device's lock. */
final class Mapping {
    private static final long INFINITE = Long.MAX_VALUE;

    private final long begin;
    private final long size;
    private final long device;
    private final String name;
    private final Optional<SourceLocation> location;
    private final long madeNanos = System.nanoTime();
    private final Thread madeBy = Thread.currentThread();
    /** Pointers inside the region whose device copy points to device memory: host address to attached pointer. */
    private final TreeMap<Long, Attached> attached = new TreeMap<>();

    private long dynamic;
    private long held;

    /**
     * A pointer in mapped memory.
     *
     * @param hostValue what it is on the host
     * @param deviceValue what it is on the device
     */
    record Attached(long hostValue, long deviceValue) {}

    Mapping(long begin, long size, long device, String name, Optional<SourceLocation> location) {
        this.begin = begin;
        this.size = size;
        this.device = device;
        this.name = name;
        this.location = location;
    }

    /** Returns a mapping that no call counts: a variable of an image. */
    static Mapping permanent(long begin, long size, long device, String name) {
        Mapping mapping = new Mapping(begin, size, device, name, Optional.empty());
        mapping.dynamic = INFINITE;
        return mapping;
    }

    long begin() {
        return begin;
    }

    long size() {
        return size;
    }

    long end() {
        return begin + size;
    }

    long device() {
        return device;
    }

    String name() {
        return name;
    }

    Optional<SourceLocation> location() {
        return location;
    }

    /** Returns whether this thread made the mapping after a time of {@link System#nanoTime}. */
    boolean isMadeHereSince(long nanos) {
        return madeBy == Thread.currentThread() && madeNanos - nanos >= 0 && !isPermanent();
    }

    boolean isPermanent() {
        return dynamic == INFINITE;
    }

    /** Returns the device address of a host address in or next to the region. */
    long translate(long host) {
        return device + (host - begin);
    }

    void retain(boolean hold) {
        if (hold) {
            held++;
        } else if (!isPermanent()) {
            dynamic++;
        }
    }

    /**
     * Takes a reference back.
     *
     * @param delete whether the dynamic count goes to zero
     * @return whether it was the last
     */
    boolean release(boolean hold, boolean delete) {
        if (isPermanent()) {
            return false;
        }
        if (hold) {
            held = Math.max(0, held - 1);
        }
        if (delete) {
            dynamic = 0;
        } else if (!hold) {
            dynamic = Math.max(0, dynamic - 1);
        }
        return dynamic == 0 && held == 0;
    }

    /** Returns the number of references. */
    long references() {
        return dynamic + held;
    }

    /** Notes a pointer; returns whether its device copy has to be written. */
    boolean attach(long pointer, Attached values) {
        return !values.equals(attached.put(pointer, values));
    }

    /** Returns the attached pointers in a part of the region. */
    Map<Long, Attached> attachedIn(long from, long bytes) {
        return attached.subMap(from, from + bytes);
    }

    /** Returns the mapping in words. */
    @Override
    public String toString() {
        String what = name.isEmpty() ? "unnamed data" : "'" + name + "'";
        return location.map(place -> what + " (" + place + ")").orElse(what) + ", " + size + " bytes";
    }
}
