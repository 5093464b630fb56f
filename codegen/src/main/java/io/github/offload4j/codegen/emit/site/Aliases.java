package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.emit.support.AliasUnion;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.ir.PointerFacts.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
     * @param entries the entries
     * @param inLoop whether {@link AliasUnion} gives them the directions of their possible aliases
     */
    record United(List<Entry> entries, boolean inLoop) {}

    Aliases(IrContext context) {
        this.context = context;
    }

    /**
     * Returns the entries with the directions, and for known aliases the sizes, made to agree; what depends on the
     * program's run is left to the caller where it is too much to be compared pair by pair.
     *
     * @param phases the calls that map or unmap
     */
    United unite(List<Entry> entries, List<Phase> phases, IrBuilder builder) {
        List<Entry> united = new ArrayList<>(entries);
        List<Integer> mapped = IntStream.range(0, entries.size())
                .filter(i -> isMapped(entries.get(i)))
                .boxed()
                .toList();
        // Known aliases first: what the program computes for possible ones starts from their directions.
        uniteKnown(united, mapped, phases, builder);
        List<int[]> possible = possible(united, mapped, phases);
        if (possible.size() > MOST_COMPARISONS) {
            return new United(
                    united.stream().map(entry -> stored(entry, phases)).toList(), true);
        }
        for (int[] pair : possible) {
            united.set(pair[0], whenInside(united.get(pair[0]), united.get(pair[1]), phases, builder));
        }
        return new United(united, false);
    }

    /** Returns whether two mapped entries may overlap without being known to be one. */
    static boolean anyMayOverlap(List<Entry> entries) {
        List<Entry> mapped = entries.stream().filter(Aliases::isMapped).toList();
        List<Origin> origins = origins(mapped);
        for (int i = 0; i < mapped.size(); i++) {
            for (int j = i + 1; j < mapped.size(); j++) {
                if (origins.get(i).mayOverlap(origins.get(j))
                        && !mapped.get(i).pointer().equals(mapped.get(j).pointer())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Origin> origins(List<Entry> entries) {
        return entries.stream()
                .map(entry -> PointerFacts.originOf(entry.pointer()))
                .toList();
    }

    /** Has the program store the map types anew at every run of the site, since the loop changes them. */
    private Entry stored(Entry entry, List<Phase> phases) {
        Entry result = entry;
        if (isMapped(entry)) {
            for (Phase phase : phases) {
                if (entry.computedMapTypes().containsKey(phase)) {
                    continue;
                }
                result = result.withComputedMapType(
                        phase, constant(entry.mapTypes().of(phase)));
            }
        }
        return result;
    }

    private void uniteKnown(List<Entry> entries, List<Integer> mapped, List<Phase> phases, IrBuilder builder) {
        Map<IrValue, List<Integer>> places = new HashMap<>();
        for (int i : mapped) {
            places.computeIfAbsent(entries.get(i).pointer(), p -> new ArrayList<>())
                    .add(i);
        }
        for (int i : mapped) {
            for (int j : places.getOrDefault(entries.get(i).pointer(), List.of())) {
                if (j > i) {
                    mergeKnown(entries, i, j, phases, builder);
                }
            }
        }
    }

    /** Returns the pairs of which the second may begin inside the first and has a direction that the first lacks. */
    private static List<int[]> possible(List<Entry> entries, List<Integer> mapped, List<Phase> phases) {
        List<int[]> possible = new ArrayList<>();
        Set<Integer> lacking = lackingDirections(entries, mapped, phases);
        if (lacking.isEmpty()) {
            return possible;
        }
        List<Origin> origins = origins(entries);
        for (int i : mapped) {
            for (int j : lacking.contains(i) ? mapped : List.<Integer>of()) {
                Entry first = entries.get(i);
                Entry second = entries.get(j);
                if (j > i
                        && origins.get(i).mayOverlap(origins.get(j))
                        && !first.pointer().equals(second.pointer())
                        && phases.stream()
                                .anyMatch(phase -> missing(first, second, phase).bits() != 0)) {
                    possible.add(new int[] {i, j});
                }
            }
        }
        return possible;
    }

    /** Returns the entries that lack a direction which one behind them has: the others need no look at every pair. */
    private static Set<Integer> lackingDirections(List<Entry> entries, List<Integer> mapped, List<Phase> phases) {
        Set<Integer> lacking = new HashSet<>();
        MapTypes behind = new MapTypes(MapType.NONE, MapType.NONE, MapType.NONE);
        for (int k = mapped.size() - 1; k >= 0; k--) {
            MapTypes own = entries.get(mapped.get(k)).mapTypes();
            for (Phase phase : phases) {
                if (behind.of(phase).without(own.of(phase)).and(DIRECTIONS).bits() != 0) {
                    lacking.add(mapped.get(k));
                }
            }
            // what the end copies back decides about the other calls too
            if (behind.end().without(own.end()).and(DIRECTIONS).bits() != 0) {
                lacking.add(mapped.get(k));
            }
            behind = behind.or(own);
        }
        return lacking;
    }

    private void mergeKnown(List<Entry> entries, int i, int j, List<Phase> phases, IrBuilder builder) {
        Entry first = entries.get(i);
        Entry second = entries.get(j);
        Size size = larger(first.size(), second.size(), builder);
        MapTypes both = first.mapTypes().or(second.mapTypes());
        boolean sameSize = !size.isComputed() && first.size().equals(second.size());
        if (!sameSize && (copiesBackUnfilled(first, second) || copiesBackUnfilled(second, first))) {
            both = new MapTypes(
                    both.begin().or(TO),
                    phases.contains(Phase.KERNEL) ? both.kernel().or(TO) : both.kernel(),
                    both.end());
        }
        entries.set(i, first.withSize(size).withMapTypes(both));
        entries.set(j, second.withSize(size).withMapTypes(both));
    }

    /**
     * Returns whether the first entry would copy back for the second although nothing fills what only the first covers. It
     * has to be filled from the host then, so that the host gets its own bytes back there.
     */
    private static boolean copiesBackUnfilled(Entry first, Entry second) {
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
        // unsigned, so that a size that no memory has stays one
        IrValue more = builder.compare(Comparison.BELOW, ownBytes, otherBytes, "");
        return Size.Computed.of(builder.select(more, otherBytes, ownBytes, ""));
    }

    private static boolean isMapped(Entry entry) {
        return !entry.mapTypes().kernel().has(MapFlag.LITERAL) && entry.mapper().isEmpty();
    }

    private static MapType missing(Entry first, Entry second, Phase phase) {
        MapType needed = second.mapTypes().of(phase);
        if (phase != Phase.END && copiesBackUnfilled(first, second)) {
            needed = needed.or(TO);
        }
        return needed.without(first.mapTypes().of(phase)).and(DIRECTIONS);
    }

    private Entry whenInside(Entry first, Entry second, List<Phase> phases, IrBuilder builder) {
        // A second entry below the first wraps around to a distance beyond any size.
        IrValue distance = builder.distance(first.pointer(), second.pointer());
        IrValue inside =
                builder.compare(Comparison.BELOW, distance, first.size().value(context, builder), "");
        Entry result = first;
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
