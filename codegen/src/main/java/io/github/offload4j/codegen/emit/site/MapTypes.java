package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Passing;
import java.util.OptionalInt;

/**
 * The map types of one argument in the three calls of a site.
 *
 * @param begin for {@code __tgt_target_data_begin_mapper}
 * @param kernel for {@code __tgt_target_kernel}
 * @param end for {@code __tgt_target_data_end_mapper}
 */
public record MapTypes(MapType begin, MapType kernel, MapType end) {
    private static final MapType TO = MapType.of(MapFlag.TO);
    private static final MapType FROM = MapType.of(MapFlag.FROM);
    private static final MapType TARGET_PARAM = MapType.of(MapFlag.TARGET_PARAM);
    private static final MapType POINTEE = MapType.of(MapFlag.PTR_AND_OBJ);
    // without ALWAYS, what was mapped apart from its structure would never be attached; what is attached already costs
    // nothing
    private static final MapType ATTACHED = MapType.of(MapFlag.ATTACH, MapFlag.ALWAYS);
    private static final MapType SCALAR = MapType.of(MapFlag.LITERAL, MapFlag.IMPLICIT);
    private static final MapType ADDRESS = MapType.of(MapFlag.LITERAL);

    /** Returns the map type in one call. */
    public MapType of(Phase phase) {
        return switch (phase) {
            case BEGIN -> begin;
            case KERNEL -> kernel;
            case END -> end;
            // an update copies now what the other two would copy when data comes and goes
            case UPDATE -> begin.or(end);
        };
    }

    /** Returns the flags of both. */
    MapTypes or(MapTypes other) {
        return new MapTypes(begin.or(other.begin), kernel.or(other.kernel), end.or(other.end));
    }

    /** Returns these for a section with gaps, which an update has only. */
    MapTypes nonContiguous() {
        return new MapTypes(begin.with(MapFlag.NON_CONTIGUOUS), kernel, end.with(MapFlag.NON_CONTIGUOUS));
    }

    /** Returns the map types of an argument that crosses as it is: a scalar's value or a device address. */
    static MapTypes literal(Passing.Kind kind) {
        MapType type = kind == Passing.Kind.VALUE ? SCALAR : ADDRESS;
        // Without LITERAL the end call would look the value up as if it were a host address, and release what it meets.
        return new MapTypes(type, type.or(TARGET_PARAM), type);
    }

    /** Returns the map types of the address of a launch's bounds, which is a host address that crosses as it is. */
    static MapTypes bounds() {
        return new MapTypes(ADDRESS, ADDRESS.or(TARGET_PARAM), ADDRESS);
    }

    /** Returns the map types of the entry in whose place the runtime puts what it adds. */
    static MapTypes place() {
        return bounds();
    }

    /**
     * Returns the map types of what a member points to.
     *
     * @param parent the entry with the pointer, from 0, where the entry changes the pointer too; nothing where another does
     */
    static MapTypes member(Access access, MapType modifiers, OptionalInt parent, Usage usage) {
        MapType direction = access.mapType();
        MapType flags = parent.isPresent() ? POINTEE.or(modifiers).asMemberOf(parent.getAsInt() + 1) : modifiers;
        return new MapTypes(
                direction.and(TO).or(flags),
                usage == Usage.FUSED ? direction.or(flags) : MapType.NONE,
                direction.without(TO).or(flags));
    }

    /** Returns the map types of an entry that only stores the address of what a member points to. */
    static MapTypes attached() {
        return new MapTypes(ATTACHED, ATTACHED, ATTACHED);
    }

    /** Returns the map types of a structure that a mapper function adds to; it knows the directions. */
    static MapTypes byMapper(Usage usage) {
        return new MapTypes(
                TO,
                usage == Usage.FUSED ? TO.or(FROM) : MapType.NONE,
                usage == Usage.EXITED ? FROM.with(MapFlag.DELETE) : FROM);
    }

    /**
     * Returns the map types of a mapped pointer.
     *
     * @param access the direction, aliases at the same site included
     * @param usage what the site does with it
     */
    static MapTypes mapped(Access access, MapType modifiers, Usage usage) {
        MapType direction = access.mapType();
        MapType begin = direction.and(TO).or(modifiers);
        return new MapTypes(
                usage == Usage.RETURNED ? begin.with(MapFlag.RETURN_PARAM) : begin,
                usage == Usage.FUSED ? TARGET_PARAM.or(direction).or(modifiers) : TARGET_PARAM,
                direction.without(TO).or(modifiers));
    }
}
