package io.github.offload4j.runtime.embedded.device;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which regions of host memory a device has. Regions never overlap. Guarded by its device's lock.
 *
 * <p>Beside them it remembers the addresses that a begin call named and did not map, since there was nothing to map: values
 * and regions of no bytes. An end call may name those again.
 */
final class MappingTable {
    private final TreeMap<Long, Mapping> mappings = new TreeMap<>();
    private final Map<Long, Integer> empty = new HashMap<>();

    /** How a region lies to the mappings. */
    enum Position {
        /** Inside one. */
        CONTAINED,
        /** Across an edge of one. */
        OVERLAPPING,
        /** Apart from all. */
        ABSENT
    }

    /**
     * Where a region lies.
     *
     * @param position how
     * @param mapping the one that contains it or that it overlaps
     */
    record Lookup(Position position, Optional<Mapping> mapping) {}

    /** Looks a region up; one of no bytes is where its address is, if that is from a mapping's base on to its end. */
    Lookup find(long begin, long size) {
        if (size == 0) {
            return findEmpty(begin);
        }
        Map.Entry<Long, Mapping> below = mappings.floorEntry(begin);
        if (below != null && begin < below.getValue().end()) {
            Mapping mapping = below.getValue();
            boolean inside = begin + size <= mapping.end();
            return new Lookup(inside ? Position.CONTAINED : Position.OVERLAPPING, Optional.of(mapping));
        }
        Map.Entry<Long, Mapping> above = mappings.higherEntry(begin);
        if (above != null && begin + size > above.getKey()) {
            return new Lookup(Position.OVERLAPPING, Optional.of(above.getValue()));
        }
        return new Lookup(Position.ABSENT, Optional.empty());
    }

    private Lookup findEmpty(long address) {
        Map.Entry<Long, Mapping> below = mappings.floorEntry(address);
        if (below != null
                && (address < below.getValue().end()
                        || address < below.getValue().base())) {
            return new Lookup(Position.CONTAINED, Optional.of(below.getValue()));
        }
        Map.Entry<Long, Mapping> above = mappings.higherEntry(address);
        return above != null && address >= above.getValue().base()
                ? new Lookup(Position.CONTAINED, Optional.of(above.getValue()))
                : new Lookup(Position.ABSENT, Optional.empty());
    }

    /** Looks up what begins at an address. */
    Optional<Mapping> beginningAt(long address) {
        return Optional.ofNullable(mappings.get(address));
    }

    void add(Mapping mapping) {
        mappings.put(mapping.begin(), mapping);
    }

    void remove(Mapping mapping) {
        mappings.remove(mapping.begin());
    }

    Collection<Mapping> all() {
        return List.copyOf(mappings.values());
    }

    /** Notes that a begin call named an address and mapped nothing. */
    void openEmpty(long address) {
        empty.merge(address, 1, Integer::sum);
    }

    /** Returns whether a begin call named the address and mapped nothing. */
    boolean isOpenEmpty(long address) {
        return empty.containsKey(address);
    }

    /** Notes that an end call named such an address; returns whether a begin call had. */
    boolean closeEmpty(long address) {
        Integer open = empty.remove(address);
        if (open != null && open > 1) {
            empty.put(address, open - 1);
        }
        return open != null;
    }
}
