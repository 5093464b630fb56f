package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.PointerFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one memory block passed for two arguments, whole or in part, behave as the reader of the call expects.
 *
 * <p>The runtime counts references. The begin call copies in for the first of two entries on one block only, and the end
 * call, which walks backwards, copies out for that same first entry only. So the first entry must carry the directions of
 * all the others: known aliases get them now, possible ones when the program finds that one begins inside the other.
 */
final class Aliases {
    private static final MapType TO = MapType.of(MapFlag.TO);
    private static final MapType DIRECTIONS = MapType.of(MapFlag.TO, MapFlag.FROM);

    /** With more comparisons than this a site calls {@link AliasUnion}, which makes them in a loop. */
    private static final int MOST_COMPARISONS = 8;

    private final IrContext context;

    /**
     * The entries of a site.
     *
     * @param slots the entries
     * @param inLoop whether {@link AliasUnion} gives them the directions of their possible aliases
     */
    record United(List<Slot> slots, boolean inLoop) {}

    Aliases(IrContext context) {
        this.context = context;
    }

    /**
     * Returns the entries with the directions, and for known aliases the sizes, made to agree; what depends on the
     * program's run is left to the caller where it is too much to be compared pair by pair.
     *
     * @param phases the calls that map or unmap
     */
    United unite(List<Slot> slots, List<Phase> phases, IrBuilder builder) {
        List<Slot> united = new ArrayList<>(slots);
        // Known aliases first: what the program computes for possible ones starts from their directions.
        forEachPair(united, (i, j) -> {
            if (united.get(i).pointer().equals(united.get(j).pointer())) {
                mergeKnown(united, i, j, phases, builder);
            }
        });
        List<int[]> possible = new ArrayList<>();
        forEachPair(united, (i, j) -> {
            if (differ(united.get(i), united.get(j), phases) && mayOverlap(united.get(i), united.get(j))) {
                possible.add(new int[] {i, j});
            }
        });
        if (possible.size() > MOST_COMPARISONS) {
            return new United(united.stream().map(slot -> stored(slot, phases)).toList(), true);
        }
        for (int[] pair : possible) {
            united.set(pair[0], whenInside(united.get(pair[0]), united.get(pair[1]), phases, builder));
        }
        return new United(united, false);
    }

    private static boolean differ(Slot first, Slot second, List<Phase> phases) {
        return phases.stream().anyMatch(phase -> missing(first, second, phase).bits() != 0);
    }

    private static boolean mayOverlap(Slot first, Slot second) {
        return !first.pointer().equals(second.pointer()) && PointerFacts.mayOverlap(first.pointer(), second.pointer());
    }

    /** Returns whether two mapped entries may overlap without being known to be one. */
    static boolean anyMayOverlap(List<Slot> slots) {
        boolean[] found = new boolean[1];
        forEachPair(slots, (i, j) -> found[0] |= mayOverlap(slots.get(i), slots.get(j)));
        return found[0];
    }

    /** Has the program store the map types anew at every run of the site, since the loop changes them. */
    private Slot stored(Slot slot, List<Phase> phases) {
        Slot result = slot;
        if (isMapped(slot)) {
            for (Phase phase : phases) {
                result = result.withComputedMapType(
                        phase, constant(slot.mapTypes().of(phase)));
            }
        }
        return result;
    }

    private interface Pair {
        void accept(int i, int j);
    }

    private static void forEachPair(List<Slot> slots, Pair pair) {
        for (int i = 0; i < slots.size(); i++) {
            for (int j = i + 1; j < slots.size(); j++) {
                if (isMapped(slots.get(i)) && isMapped(slots.get(j))) {
                    pair.accept(i, j);
                }
            }
        }
    }

    private void mergeKnown(List<Slot> slots, int i, int j, List<Phase> phases, IrBuilder builder) {
        Slot first = slots.get(i);
        Slot second = slots.get(j);
        Size size = larger(first.size(), second.size(), builder);
        MapTypes both = first.mapTypes().or(second.mapTypes());
        boolean sameSize = !size.isComputed() && first.size().equals(second.size());
        if (!sameSize && (copiesBackUnfilled(first, second) || copiesBackUnfilled(second, first))) {
            both = new MapTypes(
                    both.begin().or(TO),
                    phases.contains(Phase.KERNEL) ? both.kernel().or(TO) : both.kernel(),
                    both.end());
        }
        slots.set(i, first.withSize(size).withMapTypes(both));
        slots.set(j, second.withSize(size).withMapTypes(both));
    }

    /**
     * Returns whether the first entry would copy back for the second although nothing fills what only the first covers. It
     * has to be filled from the host then, so that the host gets its own bytes back there.
     */
    private static boolean copiesBackUnfilled(Slot first, Slot second) {
        return second.mapTypes().end().has(MapFlag.FROM)
                && !first.mapTypes().end().has(MapFlag.FROM)
                && !first.mapTypes().begin().has(MapFlag.TO);
    }

    /** The runtime refuses an entry that reaches beyond an earlier one at the same address. */
    private Size larger(Size own, Size other, IrBuilder builder) {
        if (!own.isComputed() && !other.isComputed()) {
            return other.tableEntry() > own.tableEntry() ? other : own;
        }
        IrValue ownBytes = own.value(context, builder);
        IrValue otherBytes = other.value(context, builder);
        if (ownBytes.equals(otherBytes)) {
            return own;
        }
        IrValue more = builder.compare(Comparison.GREATER, otherBytes, ownBytes, "");
        return Size.Computed.of(builder.select(more, otherBytes, ownBytes, ""));
    }

    private static boolean isMapped(Slot slot) {
        return !slot.mapTypes().kernel().has(MapFlag.LITERAL);
    }

    private static MapType missing(Slot first, Slot second, Phase phase) {
        MapType needed = second.mapTypes().of(phase);
        if (phase != Phase.END && copiesBackUnfilled(first, second)) {
            needed = needed.or(TO);
        }
        return needed.without(first.mapTypes().of(phase)).and(DIRECTIONS);
    }

    private Slot whenInside(Slot first, Slot second, List<Phase> phases, IrBuilder builder) {
        // A second entry below the first wraps around to a distance beyond any size.
        IrValue distance = builder.distance(first.pointer(), second.pointer());
        IrValue inside =
                builder.compare(Comparison.BELOW, distance, first.size().value(context, builder), "");
        Slot result = first;
        for (Phase phase : phases) {
            MapType missing = missing(first, second, phase);
            if (missing.bits() != 0) {
                IrValue before = result.computedMapTypes().get(phase);
                MapType own = first.mapTypes().of(phase);
                result = result.withComputedMapType(
                        phase,
                        before == null
                                ? builder.select(inside, constant(own.or(missing)), constant(own), "")
                                : builder.or(
                                        before, builder.select(inside, constant(missing), constant(MapType.NONE), "")));
            }
        }
        return result;
    }

    private IrValue constant(MapType mapType) {
        return context.constant(Long.SIZE, mapType.bits());
    }
}
