package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.codegen.signature.Passing;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The map bits of {@code "offload.map"}.
 *
 * @param bits as OpenMP numbers them
 */
record MapBits(long bits) {
    /** Returns what is wrong with them. */
    Optional<String> fault() {
        long unknown = bits & ~allowed();
        if (unknown != 0) {
            return Optional.of(
                    "map bits " + hex(unknown) + names(unknown)
                            + " cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT and 0x2000 HOLD");
        }
        if (has(MapFlag.ALWAYS) && !has(MapFlag.TO) && !has(MapFlag.FROM)) {
            return Optional.of("map bit 4, ALWAYS, needs a direction; add 1 TO, 2 FROM or both");
        }
        return Optional.empty();
    }

    private static long allowed() {
        long allowed = MapFlag.TO.bit() | MapFlag.FROM.bit();
        for (MapModifier modifier : MapModifier.values()) {
            allowed |= modifier.flag().bit();
        }
        return allowed;
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
        return has(MapFlag.FROM) ? Access.FROM : Access.ALLOC;
    }
}
