package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.MappedPlaces.Place;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Which objects a device has at a place of a block, as far as that is certain. */
final class MappedObjects {
    private final FunctionFacts facts;
    private final Set<IrValue> own;
    private final boolean first;
    private final MappedPlaces places;
    private final Map<Place, Known> known = new HashMap<>();
    private boolean lost;

    /** What is certain of an object. */
    enum State {
        /** Nothing. */
        UNKNOWN,
        /** No device has had it. */
        ABSENT,
        /** No device has it any more. */
        GONE,
        /** It is mapped, as often as is counted. */
        COUNTED,
        /** It is mapped, perhaps more often than anybody sees. */
        MAPPED;

        boolean isNowhere() {
            return this == ABSENT || this == GONE;
        }

        boolean isMapped() {
            return this == COUNTED || this == MAPPED;
        }
    }

    /**
     * What is certain of an object.
     *
     * @param device the device of which it is certain; any where the object is absent
     * @param offset where in the object the part begins that is mapped
     * @param count how often
     */
    private record Known(State state, Quantity device, OptionalLong offset, int count) {}

    /**
     * Begins a block.
     *
     * @param own objects of the function that nothing but its sites maps
     * @param places what pointers point into
     * @param first whether it is the function's first block, where nothing has been mapped yet
     */
    MappedObjects(FunctionFacts facts, Set<IrValue> own, MappedPlaces places, boolean first) {
        this.facts = facts;
        this.own = own;
        this.places = places;
        this.first = first;
    }

    /** Returns what is certain of an entry's object when a call is reached. */
    State state(TableEntry entry, RuntimeCall call) {
        if (entry.pointer().isEmpty() || !isPlain(entry)) {
            return State.UNKNOWN;
        }
        Place place = places.of(entry.pointer().get());
        Known before = known.get(place);
        if (before == null) {
            return first && !lost && isOwn(place) ? State.ABSENT : State.UNKNOWN;
        }
        boolean same = before.state().isNowhere()
                || (before.offset().equals(offset(entry)) && before.device().equals(call.device()));
        return same ? before.state() : State.UNKNOWN;
    }

    private boolean isOwn(Place place) {
        return place instanceof Place.Whole object && own.contains(object.value());
    }

    private OptionalLong offset(TableEntry entry) {
        return facts.pointers().address(entry.pointer().orElseThrow()).offset();
    }

    private static boolean isPlain(TableEntry entry) {
        boolean member = (entry.flags().possible() >>> 48) != 0 || entry.mayHave(MapFlag.PTR_AND_OBJ);
        // what a member points to is counted by itself
        boolean pointee = entry.has(MapFlag.PTR_AND_OBJ) && (entry.flags().certain() >>> 48) != 0;
        return !entry.isStrided()
                && (!member || pointee)
                && !entry.mayHave(MapFlag.ATTACH)
                && entry.mapper() instanceof TableEntry.Mapper.None;
    }

    /** Returns whether it is certain that an entry has bytes; those of a null pointer are none. */
    boolean hasBytes(TableEntry entry) {
        if (entry.bytes().known().isPresent()) {
            return entry.bytes().known().getAsLong() > 0;
        }
        boolean object =
                entry.pointer().map(places::of).filter(place -> isOwn(place)).isPresent();
        return object
                && entry.bytes() instanceof Quantity.Computed computed
                && computed.value()
                        .asInstruction()
                        .filter(choice -> choice.opcode() == Opcode.SELECT
                                && choice.operand(1).constantInteger().orElse(-1) == 0)
                        .filter(choice -> choice.operand(2).constantInteger().orElse(0) > 0)
                        .isPresent();
    }

    /** Takes note of what a call does to an entry's object. */
    void follow(TableEntry entry, RuntimeCall call) {
        if (entry.pointer().isEmpty()) {
            forget();
            return;
        }
        Place place = places.of(entry.pointer().get());
        OptionalLong offset = offset(entry);
        State before = state(entry, call);
        boolean counted = isPlain(entry)
                && hasBytes(entry)
                && !entry.mayHave(MapFlag.HOLD)
                && call.device().known().isPresent()
                && offset.isPresent()
                // where the program finds out whether a call is needed, a helper makes it
                && Helper.calledBy(call.instruction()).isEmpty()
                && !call.isAsynchronous();
        int count = known.containsKey(place) ? known.get(place).count() : 0;
        Known unknown = new Known(State.UNKNOWN, call.device(), offset, 0);
        known.put(
                place,
                switch (call.kind()) {
                    case UPDATE, LAUNCH -> before == State.UNKNOWN ? unknown : kept(place, unknown);
                    case BEGIN -> {
                        if (!counted) {
                            yield unknown;
                        }
                        yield switch (before) {
                            case UNKNOWN, MAPPED -> new Known(State.MAPPED, call.device(), offset, 0);
                            case ABSENT, GONE -> new Known(State.COUNTED, call.device(), offset, 1);
                            case COUNTED -> new Known(State.COUNTED, call.device(), offset, count + 1);
                        };
                    }
                    case END -> {
                        boolean last = before == State.COUNTED && (count == 1 || entry.has(MapFlag.DELETE));
                        if (before.isNowhere() || (counted && last)) {
                            yield new Known(State.GONE, call.device(), offset, 0);
                        }
                        yield counted && before == State.COUNTED && !entry.mayHave(MapFlag.DELETE)
                                ? new Known(State.COUNTED, call.device(), offset, count - 1)
                                : unknown;
                    }
                });
    }

    private Known kept(Place place, Known unknown) {
        Known before = known.get(place);
        return before != null
                ? before
                : first && !lost && isOwn(place)
                        ? new Known(State.ABSENT, unknown.device(), unknown.offset(), 0)
                        : unknown;
    }

    /** Takes note of a call of which nothing is known. */
    void forget() {
        known.clear();
        lost = true;
    }

    /** Takes note of a call of the program's, which may map and unmap whatever others can reach. */
    void called(IrInstruction call) {
        boolean harmless = Helper.calledBy(call).isPresent()
                || call.calledFunction().filter(IrFunction::isIntrinsic).isPresent();
        if (!harmless) {
            known.keySet().removeIf(place -> !isOwn(place));
        }
    }
}
