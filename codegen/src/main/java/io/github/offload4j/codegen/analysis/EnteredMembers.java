package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.MappedPlaces.Place;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which members structures were entered with, in one block: finds exits that leave some behind, updates of others, and uses of
 * a structure after its exit that follow the host's pointers.
 */
final class EnteredMembers {
    private static final String MAPPERS = ".offload_mapper.";

    private final CheckContext context;
    private final Collection<RuntimeCall> calls;
    private final MappedPlaces places;
    private final Map<Place, Map<Place, String>> entered = new HashMap<>();
    private final Map<Place, Map<Place, String>> exited = new HashMap<>();

    /**
     * Begins a block.
     *
     * @param calls all of the function
     */
    EnteredMembers(CheckContext context, Collection<RuntimeCall> calls, MappedPlaces places) {
        this.context = context;
        this.calls = calls;
        this.places = places;
    }

    /** Returns whether an entry changes a pointer, or adds what pointers in an array lead to, and maps nothing itself. */
    static boolean isOnlyAttached(TableEntry entry) {
        return entry.has(MapFlag.ATTACH)
                || (entry.mapper() instanceof TableEntry.Mapper.Named mapper
                        && mapper.symbol().startsWith(MAPPERS));
    }

    /** Takes note of a call, before its entries are looked at one by one. */
    void follow(RuntimeCall call, boolean enter, boolean exit, MappedObjects objects) {
        for (int i = 0; i < call.entries().size(); i++) {
            TableEntry entry = call.entries().get(i);
            if (!isStructure(entry)) {
                continue;
            }
            Place structure = places.path(entry.pointer().orElseThrow());
            Map<Place, String> members = members(call, structure);
            String what = CheckContext.argument(call, i);
            if (enter) {
                entered.put(structure, members);
                exited.remove(structure);
            } else if (exit) {
                leave(call, structure, what, members);
            } else if (call.kind() == RuntimeCall.Kind.UPDATE) {
                update(call, structure, what, members, objects.state(entry, call));
            } else if (call.kind() != RuntimeCall.Kind.END) {
                use(call, structure, what, members, objects.state(entry, call));
            }
        }
    }

    private static boolean isStructure(TableEntry entry) {
        return entry.pointer().isPresent()
                && !entry.mayHave(MapFlag.LITERAL)
                && !entry.mayHave(MapFlag.PRIVATE)
                && !entry.mayHave(MapFlag.PTR_AND_OBJ)
                && !entry.isStrided()
                && !isOnlyAttached(entry);
    }

    /** Returns what a call maps behind pointers in a structure, with names for messages. */
    private Map<Place, String> members(RuntimeCall call, Place structure) {
        Map<Place, String> members = new LinkedHashMap<>();
        for (int i = 0; i < call.entries().size(); i++) {
            TableEntry entry = call.entries().get(i);
            if (entry.pointer().isEmpty() || entry.has(MapFlag.LITERAL)) {
                continue;
            }
            Place place = places.path(entry.pointer().get());
            boolean mapper = isOnlyAttached(entry) && !entry.has(MapFlag.ATTACH) && place.equals(structure);
            if (mapper || (place.isOf(structure) && !place.equals(structure))) {
                members.putIfAbsent(place, CheckContext.argument(call, i));
            }
        }
        return members;
    }

    private void leave(RuntimeCall exit, Place structure, String what, Map<Place, String> members) {
        Map<Place, String> before = entered.remove(structure);
        if (before == null) {
            return;
        }
        exited.put(structure, before);
        if (!areAlone(structure)) {
            return;
        }
        before.forEach((member, name) -> {
            if (!members.containsKey(member)) {
                report(
                        exit,
                        what + " is exited without " + (member.equals(structure) ? "its members" : name)
                                + ", which was entered with it and stays mapped; exit it too");
            }
        });
    }

    private void update(
            RuntimeCall update, Place structure, String what, Map<Place, String> members, MappedObjects.State state) {
        Map<Place, String> before = entered.get(structure);
        if (before == null || !state.isMapped() || before.containsKey(structure) || !areAlone(structure)) {
            return;
        }
        members.forEach((member, name) -> {
            if (!before.containsKey(member) && !member.equals(structure)) {
                report(
                        update,
                        name + " is updated, and " + what
                                + " was entered without it, so nothing is copied; enter it with" + " the structure");
            }
        });
    }

    private void use(
            RuntimeCall call, Place structure, String what, Map<Place, String> members, MappedObjects.State state) {
        Map<Place, String> before = exited.get(structure);
        if (before != null && !before.isEmpty() && members.isEmpty() && state.isNowhere()) {
            report(
                    call,
                    what
                            + " is mapped after its exit without the members that it was entered with, so pointers in it are"
                            + " the host's; exit it later, or name them here");
        }
    }

    /** Returns whether the function's calls name nothing that may be what pointers in the structure lead to. */
    private boolean areAlone(Place structure) {
        return calls.stream().allMatch(call -> isAbout(call, MappedPlaces.root(structure)));
    }

    /** A pointer that is read from the structure may be named without it too. */
    private boolean isAbout(RuntimeCall call, IrValue structure) {
        List<TableEntry> entries = call.entries().stream()
                .filter(entry -> !entry.has(MapFlag.LITERAL))
                .toList();
        return entries.stream()
                        .allMatch(entry -> entry.pointer().isPresent()
                                && places.root(entry.pointer().get()).equals(structure))
                && (entries.isEmpty()
                        || entries.stream()
                                .anyMatch(entry -> places.path(entry.pointer().orElseThrow())
                                        .equals(new Place.Whole(structure))));
    }

    /** Takes note of a call of the program's, which may do anything with what others can reach. */
    void called(IrInstruction call) {
        boolean harmless = Helper.calledBy(call).isPresent()
                || call.calledFunction().filter(IrFunction::isIntrinsic).isPresent();
        if (!harmless) {
            entered.clear();
            exited.clear();
        }
    }

    private void report(RuntimeCall call, String message) {
        context.report(Check.LIFETIME, Severity.WARNING, call, message);
    }
}
