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
 * Makes one memory block passed for two arguments behave as the reader of the call expects.
 *
 * <p>The runtime counts references. The begin call copies in for the first of two equal entries only, and the end call,
 * which walks backwards, copies out for that same first entry only. So the first entry must carry the directions of all
 * the others: known aliases get them now, possible ones when the program finds the pointers equal.
 */
final class Aliases {
    private static final MapType DIRECTIONS = MapType.of(MapFlag.TO, MapFlag.FROM);

    private final IrContext context;

    Aliases(IrContext context) {
        this.context = context;
    }

    /**
     * Returns the entries with the directions, and for known aliases the sizes, made to agree.
     *
     * @param phases the calls that map or unmap
     */
    List<Slot> unite(List<Slot> slots, List<Phase> phases, IrBuilder builder) {
        List<Slot> united = new ArrayList<>(slots);
        for (int i = 0; i < united.size(); i++) {
            for (int j = i + 1; j < united.size(); j++) {
                if (isMapped(united.get(i)) && isMapped(united.get(j))) {
                    unite(united, i, j, phases, builder);
                }
            }
        }
        return united;
    }

    private void unite(List<Slot> slots, int i, int j, List<Phase> phases, IrBuilder builder) {
        Slot first = slots.get(i);
        Slot second = slots.get(j);
        if (first.pointer().equals(second.pointer())) {
            slots.set(i, merged(first, second, builder));
            slots.set(j, merged(second, first, builder));
        } else if (differ(first, second, phases) && PointerFacts.mayBeEqual(first.pointer(), second.pointer())) {
            slots.set(i, whenEqual(first, second, phases, builder));
        }
    }

    private Slot merged(Slot slot, Slot alias, IrBuilder builder) {
        MapTypes own = slot.mapTypes();
        MapTypes other = alias.mapTypes();
        return slot.withSize(larger(slot.size(), alias.size(), builder))
                .withMapTypes(new MapTypes(
                        own.begin().or(other.begin()),
                        own.kernel().or(other.kernel()),
                        own.end().or(other.end())));
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

    private static boolean differ(Slot first, Slot second, List<Phase> phases) {
        return phases.stream().anyMatch(phase -> missing(first, second, phase).bits() != 0);
    }

    private static MapType missing(Slot first, Slot second, Phase phase) {
        return second.mapTypes().of(phase).without(first.mapTypes().of(phase)).and(DIRECTIONS);
    }

    private Slot whenEqual(Slot first, Slot second, List<Phase> phases, IrBuilder builder) {
        IrValue equal = builder.compare(Comparison.EQUAL, first.pointer(), second.pointer(), "");
        Slot result = first;
        for (Phase phase : phases) {
            MapType missing = missing(first, second, phase);
            if (missing.bits() != 0) {
                IrValue before = result.computedMapTypes().get(phase);
                MapType own = first.mapTypes().of(phase);
                result = result.withComputedMapType(
                        phase,
                        before == null
                                ? builder.select(equal, constant(own.or(missing)), constant(own), "")
                                : builder.or(
                                        before, builder.select(equal, constant(missing), constant(MapType.NONE), "")));
            }
        }
        return result;
    }

    private IrValue constant(MapType mapType) {
        return context.constant(Long.SIZE, mapType.bits());
    }
}
