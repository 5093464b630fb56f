package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What {@code map} and {@code modifiers} can be.
 *
 * @param accesses the directions by their names, in the order in which messages list them
 * @param modifiers the modifiers in the same way
 */
record MapChoices(Map<String, Access> accesses, Map<String, MapModifier> modifiers) {
    /** Those of calls. */
    static final MapChoices OF_CALLS = new MapChoices(
            named(List.of(Access.TO, Access.FROM, Access.TOFROM, Access.ALLOC)), Values.choices(MapModifier.class));

    /** Returns those of what is done to data; an exit has OpenMP's word for memory of which nothing is copied. */
    static MapChoices of(DataAction action) {
        Map<String, Access> accesses = named(sorted(action.accesses()));
        if (action == DataAction.EXIT) {
            accesses.remove("alloc");
            accesses.put("release", Access.ALLOC);
        }
        return new MapChoices(accesses, named(sorted(action.modifiers())));
    }

    private static <E extends Enum<E>> List<E> sorted(Set<E> constants) {
        return constants.stream().sorted().toList();
    }

    private static <E extends Enum<E>> Map<String, E> named(List<E> constants) {
        Map<String, E> named = new LinkedHashMap<>();
        constants.forEach(
                constant -> named.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant));
        return named;
    }
}
