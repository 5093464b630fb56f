package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A region of host memory that has a counterpart on a device. Guarded by its device's lock. */
final class Mapping {
    private static final long INFINITE = Long.MAX_VALUE;

    private final long base;
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

    Mapping(long base, long begin, long size, long device, String name, Optional<SourceLocation> location) {
        this.base = base;
        this.begin = begin;
        this.size = size;
        this.device = device;
        this.name = name;
        this.location = location;
    }

    /** Returns a mapping that no call counts: a variable of an image. */
    static Mapping permanent(long begin, long size, long device, String name) {
        Mapping mapping = new Mapping(begin, begin, size, device, name, Optional.empty());
        mapping.dynamic = INFINITE;
        return mapping;
    }

    /** Returns the base of the entry that made the mapping: regions of no bytes from there on are in it too. */
    long base() {
        return base;
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

    /** Returns whether the mapping is permanent and no region holds it. */
    boolean isOnlyPermanent() {
        return isPermanent() && held == 0;
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
     * @param hold whether it is one that deletion leaves alone
     * @param delete whether all references of its kind go
     * @return whether it was the last of both kinds
     */
    boolean release(boolean hold, boolean delete) {
        long own = hold ? held : dynamic;
        long other = hold ? dynamic : held;
        if (own == INFINITE) {
            return false;
        }
        long left = delete ? 0 : Math.max(0, own - 1);
        if (hold) {
            held = left;
        } else {
            dynamic = left;
        }
        return other == 0 && (delete || own == 1);
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
