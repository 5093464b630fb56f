package io.github.offload4j.irtests.structures;

import java.util.Map;
import java.util.TreeMap;

/** Words of the host with a copy on the device. */
final class Region {
    /** A device address is this many times a region's number, and a place in it. */
    static final long BASE = 1L << 20;

    /** A pointer of the device's copy: what the host's was when it was stored, and what was stored. */
    record Attached(long host, long device) {}

    private final long number;
    private final int begin;
    private final Long[] copy;
    private final Map<Integer, Attached> attached = new TreeMap<>();
    private int references;

    Region(long number, int begin, int words) {
        this.number = number;
        this.begin = begin;
        this.copy = new Long[words];
    }

    int begin() {
        return begin;
    }

    int words() {
        return copy.length;
    }

    boolean contains(int place, int words) {
        return place >= begin && place + words <= begin + copy.length;
    }

    int references() {
        return references;
    }

    void retain() {
        references++;
    }

    void release(boolean all) {
        references = all ? 0 : references - 1;
    }

    /** Returns the device address of a word of the host. */
    long device(int place) {
        return number * BASE + (place - begin);
    }

    boolean holds(long device) {
        return device / BASE == number && device % BASE < copy.length;
    }

    /** Returns the place of the host's word whose copy is at a device address. */
    int place(long device) {
        return begin + (int) (device % BASE);
    }

    long get(int place) {
        Long value = copy[place - begin];
        if (value == null) {
            throw new UnforetoldException("what nobody has written");
        }
        return value;
    }

    void put(int place, long value) {
        copy[place - begin] = value;
    }

    void attach(int place, Attached pointer) {
        attached.put(place, pointer);
        put(place, pointer.device());
    }

    Map<Integer, Attached> attached() {
        return attached;
    }
}
