package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.codegen.signature.Passing;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which directions and modifiers go with what is done to data. */
final class DataRules {
    private DataRules() {}

    /**
     * Checks one argument.
     *
     * @param what how a message names it
     * @throws OffloadException when the action cannot do what the mapping asks for
     */
    static void check(DataAction action, Passing.Mapped mapped, String what) {
        boolean possible = action.accesses().contains(mapped.access())
                // what an enter copies back is said there for the exit that follows from it
                || (action == DataAction.ENTER && !mapped.access().deletes());
        if (!possible) {
            throw new OffloadException(Reason.ARGUMENT, what + wrongAccess(action, mapped.access()));
        }
        Set<MapModifier> others = EnumSet.noneOf(MapModifier.class);
        others.addAll(mapped.modifiers());
        others.removeAll(action.modifiers());
        for (MapModifier other : others) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " has the modifier '" + lower(other) + "', which an " + action.noun()
                            + " does not know; leave it out");
        }
        if (mapped.access().deletes() && mapped.modifiers().contains(MapModifier.HOLD)) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " is deleted with 'hold', which is there to outlast that; leave one of them out");
        }
    }

    /** Returns the ways of mapping an argument, in a message. */
    static String choices(DataAction action) {
        return switch (action) {
            case ENTER -> "'to' or 'alloc'";
            case EXIT -> "'from', 'alloc' or 'delete'";
            case UPDATE -> "'to' or 'from'";
        };
    }

    private static String wrongAccess(DataAction action, Access access) {
        return switch (action) {
            case ENTER -> " is deleted by an enter; map it 'to', or 'alloc'";
            case EXIT ->
                " is mapped '" + lower(access)
                        + "' at an exit; map it 'from' to copy it back, 'alloc' to release it, or 'delete'";
            case UPDATE ->
                " is updated " + (access == Access.TOFROM ? "in both directions" : "in no direction")
                        + "; map it either 'to' or 'from'";
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
