package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.codegen.signature.Passing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The map bits of {@code "offload.map"}.
 *
 * @param bits as OpenMP numbers them
 */
record MapBits(long bits) {
    private static final int FIRST_OF_TWO_DIGITS = 10;
    private static final long ALLOWED = flags().mapToLong(MapFlag::bit).reduce(0, (a, b) -> a | b);

    /** Returns what is wrong with them. */
    Optional<String> fault() {
        long unknown = bits & ~ALLOWED;
        if (unknown != 0) {
            return Optional.of(
                    "map bits " + hex(unknown) + names(unknown) + " cannot be asked for; there are " + choices());
        }
        if (has(MapFlag.ALWAYS) && !has(MapFlag.TO) && !has(MapFlag.FROM)) {
            return Optional.of("map bit 4, ALWAYS, needs a direction; add 1 TO, 2 FROM or both");
        }
        return Optional.empty();
    }

    /** Returns what is wrong with them in what is done to data. */
    Optional<String> faultIn(DataAction action) {
        boolean possible = action.accesses().stream().anyMatch(this::isOf)
                && (bits & ~direction() & ~modifiers(action)) == 0
                && !(has(MapFlag.ALWAYS) && !has(MapFlag.TO) && !has(MapFlag.FROM))
                && !(has(MapFlag.DELETE) && has(MapFlag.HOLD));
        return possible
                ? Optional.empty()
                : Optional.of("map bits " + number(bits) + " in an " + action.noun() + ", which "
                        + switch (action) {
                            case ENTER ->
                                "copies in or nothing; write 1 TO, or 0 to allocate only, and for modifiers "
                                        + oneOf(action.modifiers());
                            case EXIT ->
                                "copies back or nothing; write 2 FROM, 0 to release, 8 DELETE or 10 for FROM and DELETE,"
                                        + " and for modifiers " + oneOf(action.modifiers());
                            case UPDATE ->
                                "copies one way; write 1 TO or 2 FROM, and 0x1000 PRESENT where the data has to be"
                                        + " mapped";
                        });
    }

    private boolean isOf(Access access) {
        return direction() == access.mapType().bits();
    }

    private long direction() {
        return bits & (MapFlag.TO.bit() | MapFlag.FROM.bit() | MapFlag.DELETE.bit());
    }

    private static long modifiers(DataAction action) {
        return action.modifiers().stream()
                .mapToLong(modifier -> modifier.flag().bit())
                .reduce(0, (a, b) -> a | b);
    }

    /** Returns the flags that can be asked for, the smallest first. */
    private static Stream<MapFlag> flags() {
        Stream<MapFlag> modifiers = Arrays.stream(MapModifier.values()).map(MapModifier::flag);
        return Stream.concat(Stream.of(MapFlag.TO, MapFlag.FROM), modifiers)
                .sorted(Comparator.comparingLong(MapFlag::bit));
    }

    private static String choices() {
        return listed(flags(), " and ");
    }

    private static String oneOf(Set<MapModifier> modifiers) {
        return listed(flags().filter(flag -> modifiers.stream().anyMatch(m -> m.flag() == flag)), " or ");
    }

    private static String listed(Stream<MapFlag> flags, String beforeTheLast) {
        List<String> all = flags.map(flag -> number(flag.bit()) + " " + flag).toList();
        int last = all.size() - 1;
        return String.join(", ", all.subList(0, last)) + beforeTheLast + all.get(last);
    }

    private static String number(long bits) {
        return bits < FIRST_OF_TWO_DIGITS ? Long.toString(bits) : hex(bits);
    }

    private static String hex(long bits) {
        return "0x" + Long.toHexString(bits);
    }

    private static String names(long bits) {
        String names = Arrays.stream(MapFlag.values())
                .filter(flag -> (bits & flag.bit()) != 0)
                .map(MapFlag::name)
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "" : " (" + names + ")";
    }

    private boolean has(MapFlag flag) {
        return (bits & flag.bit()) != 0;
    }

    /** Returns the mapping that they ask for. */
    Passing passing(Extent extent) {
        Set<MapModifier> modifiers = EnumSet.noneOf(MapModifier.class);
        for (MapModifier modifier : MapModifier.values()) {
            if (has(modifier.flag())) {
                modifiers.add(modifier);
            }
        }
        return new Passing.Mapped(access(), modifiers, extent);
    }

    private Access access() {
        if (has(MapFlag.TO)) {
            return has(MapFlag.FROM) ? Access.TOFROM : Access.TO;
        }
        if (has(MapFlag.DELETE)) {
            return has(MapFlag.FROM) ? Access.FROM_DELETE : Access.DELETE;
        }
        return has(MapFlag.FROM) ? Access.FROM : Access.ALLOC;
    }
}
