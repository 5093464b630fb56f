package io.github.offload4j.irtests.mapping;

import java.util.Optional;
import java.util.TreeMap;

/** What a device has mapped, by where it begins. */
final class DeviceTable {
    private static final long INFINITE = Long.MAX_VALUE;

    private final TreeMap<Integer, Mapping> mappings = new TreeMap<>();

    /** Host memory with a device copy, and how often it is counted. */
    static final class Mapping {
        private final int base;
        private final int begin;
        private final int size;
        private final Memory copy;
        private long dynamic;
        private long held;

        Mapping(Entry entry) {
            this(entry.base(), entry.begin(), entry.size(), Memory.fresh(entry.size()));
        }

        private Mapping(int base, int begin, int size, Memory copy) {
            this.base = base;
            this.begin = begin;
            this.size = size;
            this.copy = copy;
        }

        /** Returns host memory whose device copy is a block of the program's, which no call counts. */
        static Mapping associated(int begin, int size, Memory block) {
            Mapping mapping = new Mapping(begin, begin, size, block);
            mapping.dynamic = INFINITE;
            return mapping;
        }

        int begin() {
            return begin;
        }

        int size() {
            return size;
        }

        int end() {
            return begin + size;
        }

        Memory copy() {
            return copy;
        }

        boolean isAssociated() {
            return dynamic == INFINITE;
        }

        /** Returns whether the program may take the association back. */
        boolean isOnlyAssociated() {
            return isAssociated() && held == 0;
        }

        boolean isUnused() {
            return dynamic == 0 && held == 0;
        }

        void retain(boolean hold) {
            if (hold) {
                held++;
            } else if (!isAssociated()) {
                dynamic++;
            }
        }

        /**
         * Takes a reference back, or all of its kind.
         *
         * @return whether it was the last of both kinds
         */
        boolean release(boolean hold, boolean all) {
            long own = hold ? held : dynamic;
            long other = hold ? dynamic : held;
            boolean last = other == 0 && (all ? own != INFINITE : own == 1);
            if (own != INFINITE) {
                long left = all ? 0 : Math.max(0, own - 1);
                held = hold ? left : held;
                dynamic = hold ? dynamic : left;
            }
            return last;
        }
    }

    /** How a region lies to the mappings. */
    enum Position {
        INSIDE,
        ACROSS,
        APART
    }

    /** Where a region lies, and the mapping that it lies inside or across. */
    record Place(Position position, Optional<Mapping> mapping) {
        static final Place APART = new Place(Position.APART, Optional.empty());

        boolean isInside() {
            return position == Position.INSIDE;
        }
    }

    Place find(int begin, int size) {
        Optional<Mapping> below =
                Optional.ofNullable(mappings.floorEntry(begin)).map(entry -> entry.getValue());
        Optional<Mapping> above =
                Optional.ofNullable(mappings.higherEntry(begin)).map(entry -> entry.getValue());
        if (size == 0) {
            // Between its base and its end a mapping contains addresses, the more so between its base and its begin.
            return below.filter(mapping -> begin < mapping.end() || begin < mapping.base)
                    .or(() -> above.filter(mapping -> begin >= mapping.base))
                    .map(mapping -> new Place(Position.INSIDE, Optional.of(mapping)))
                    .orElse(Place.APART);
        }
        if (below.isPresent() && begin < below.get().end()) {
            boolean inside = begin + size <= below.get().end();
            return new Place(inside ? Position.INSIDE : Position.ACROSS, below);
        }
        if (above.isPresent() && begin + size > above.get().begin()) {
            return new Place(Position.ACROSS, above);
        }
        return Place.APART;
    }

    Optional<Mapping> beginningAt(int begin) {
        return Optional.ofNullable(mappings.get(begin));
    }

    void add(Mapping mapping) {
        mappings.put(mapping.begin(), mapping);
    }

    void remove(Mapping mapping) {
        mappings.remove(mapping.begin());
    }
}
