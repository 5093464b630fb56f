package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A pointer inside a structure that is mapped. What it points to travels too, and the device's copy of the structure points
 * to the device's copy of it.
 *
 * @param at where the pointer is in the structure, in bytes
 * @param access the direction in which what it points to travels
 * @param modifiers what else to tell the runtime
 * @param extent how many bytes it points to; a null pointer maps nothing
 * @param members pointers inside of what it points to
 */
public record Member(long at, Access access, Set<MapModifier> modifiers, Extent extent, List<Member> members) {
    /**
     * Checks the values.
     *
     * @throws OffloadException when the offset is negative, or what has members is not copied to the device
     */
    public Member {
        Objects.requireNonNull(access, "access is null");
        Objects.requireNonNull(extent, "extent is null");
        modifiers = Set.copyOf(Objects.requireNonNull(modifiers, "modifiers is null"));
        members = List.copyOf(Objects.requireNonNull(members, "members is null"));
        if (at < 0) {
            throw new OffloadException(Reason.ARGUMENT, "negative offset of a member, " + at);
        }
        if (access == Access.ALLOC && modifiers.contains(MapModifier.ALWAYS)) {
            throw new OffloadException(Reason.ARGUMENT, "'always' needs a direction, and 'alloc' copies nothing");
        }
    }

    /**
     * Returns a member without modifiers and without members of its own.
     *
     * @param at where the pointer is in the structure, in bytes
     * @throws OffloadException when it is negative
     */
    public static Member of(long at, Access access, Extent extent) {
        return new Member(at, access, Set.of(), extent, List.of());
    }

    /** Returns the modifiers as map flags. */
    public MapType modifierFlags() {
        return MapModifier.flags(modifiers);
    }

    /**
     * Returns this member with pointers inside of what it points to.
     *
     * @param inside the members of one element
     */
    public Member with(Member... inside) {
        for (Member member : Objects.requireNonNull(inside, "inside is null")) {
            Objects.requireNonNull(member, "member is null");
        }
        return new Member(at, access, modifiers, extent, List.of(inside));
    }
}
