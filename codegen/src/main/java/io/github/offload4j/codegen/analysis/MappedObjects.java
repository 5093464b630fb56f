package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which objects a device has at a place of a block, as far as that is certain. */
final class MappedObjects {
    private final FunctionFacts facts;
    private final Set<IrValue> own;
    private final boolean first;
    private final Map<IrValue, Known> known = new HashMap<>();
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
     * @param place the part of the object that is mapped
     * @param count how often
     */
    private record Known(State state, Quantity device, Address place, int count) {}

    /**
     * Begins a block.
     *
     * @param own objects of the function that nothing but its sites maps
     * @param first whether it is the function's first block, where nothing has been mapped yet
     */
    MappedObjects(FunctionFacts facts, Set<IrValue> own, boolean first) {
        this.facts = facts;
        this.own = own;
        this.first = first;
    }

    /** Returns the object that a pointer points into. */
    static IrValue object(IrValue pointer, FunctionFacts facts) {
        return facts.pointers().address(pointer).base();
    }

    /**
     * Returns whether an object is one of the function's frame whose address goes nowhere but to its sites.
     *
     * @param tables where the calls of the sites find their pointers
     */
    static boolean isOwn(IrValue object, Set<IrValue> tables, FunctionFacts facts) {
        boolean slot = object.asInstruction()
                .filter(instruction -> instruction.opcode() == Opcode.ALLOCA)
                .isPresent();
        if (!slot) {
            return false;
        }
        AddressUses uses = AddressUses.of(object);
        return uses.isComplete()
                && uses.all().stream().allMatch(use -> use.stays(facts) && isForTable(use, tables, facts));
    }

    private static boolean isForTable(AddressUses.Use use, Set<IrValue> tables, FunctionFacts facts) {
        boolean stored =
                use.user().opcode() == Opcode.STORE && use.user().operand(0).equals(use.address());
        return !stored || tables.contains(object(use.user().operand(1), facts));
    }

    /** Returns what is certain of an entry's object when a call is reached. */
    State state(TableEntry entry, RuntimeCall call) {
        if (entry.pointer().isEmpty() || !isPlain(entry)) {
            return State.UNKNOWN;
        }
        Address place = facts.pointers().address(entry.pointer().get());
        Known before = known.get(place.base());
        if (before == null) {
            return first && !lost && own.contains(place.base()) ? State.ABSENT : State.UNKNOWN;
        }
        boolean same = before.state().isNowhere()
                || (before.place().equals(place) && before.device().equals(call.device()));
        return same ? before.state() : State.UNKNOWN;
    }

    private static boolean isPlain(TableEntry entry) {
        return !entry.isStrided()
                && (entry.flags().possible() >>> 48) == 0
                && !entry.mayHave(MapFlag.PTR_AND_OBJ)
                && !entry.mayHave(MapFlag.ATTACH)
                && entry.mapper() instanceof TableEntry.Mapper.None;
    }

    /** Takes note of what a call does to an entry's object. */
    void follow(TableEntry entry, RuntimeCall call) {
        if (entry.pointer().isEmpty()) {
            forget();
            return;
        }
        Address place = facts.pointers().address(entry.pointer().get());
        State before = state(entry, call);
        boolean counted = isPlain(entry)
                && entry.bytes().known().orElse(0) > 0
                && !entry.mayHave(MapFlag.HOLD)
                && call.device().known().isPresent()
                && place.offset().isPresent()
                // where the program finds out whether a call is needed, a helper makes it
                && Helper.calledBy(call.instruction()).isEmpty()
                && !call.isAsynchronous();
        int count = known.containsKey(place.base()) ? known.get(place.base()).count() : 0;
        Known unknown = new Known(State.UNKNOWN, call.device(), place, 0);
        known.put(
                place.base(),
                switch (call.kind()) {
                    case UPDATE, LAUNCH -> before == State.UNKNOWN ? unknown : kept(place, unknown);
                    case BEGIN -> {
                        if (!counted) {
                            yield unknown;
                        }
                        yield switch (before) {
                            case UNKNOWN, MAPPED -> new Known(State.MAPPED, call.device(), place, 0);
                            case ABSENT, GONE -> new Known(State.COUNTED, call.device(), place, 1);
                            case COUNTED -> new Known(State.COUNTED, call.device(), place, count + 1);
                        };
                    }
                    case END -> {
                        boolean last = before == State.COUNTED && (count == 1 || entry.has(MapFlag.DELETE));
                        if (before.isNowhere() || (counted && last)) {
                            yield new Known(State.GONE, call.device(), place, 0);
                        }
                        yield counted && before == State.COUNTED && !entry.mayHave(MapFlag.DELETE)
                                ? new Known(State.COUNTED, call.device(), place, count - 1)
                                : unknown;
                    }
                });
    }

    private Known kept(Address place, Known unknown) {
        Known before = known.get(place.base());
        return before != null
                ? before
                : first && !lost && own.contains(place.base())
                        ? new Known(State.ABSENT, unknown.device(), place, 0)
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
            known.keySet().removeIf(object -> !own.contains(object));
        }
    }
}
