package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** How one argument reaches the callee. */
public sealed interface Passing {
    /** The cases, for exhaustive switches. */
    enum Kind {
        /** {@link Mapped}. */
        MAPPED,
        /** {@link Value}. */
        VALUE,
        /** {@link HostPointer}. */
        HOST_POINTER,
        /** {@link DevicePointer}. */
        DEVICE_POINTER,
        /** {@link Copied}. */
        COPIED
    }

    /** Returns which case this is. */
    Kind kind();

    /**
     * A host pointer whose bytes are mapped; the callee gets the device address.
     *
     * @param access the direction
     * @param modifiers what else to tell the runtime
     * @param extent how many bytes
     * @param reach what travels together with them
     */
    record Mapped(Access access, Set<MapModifier> modifiers, Extent extent, Reach reach) implements Passing {
        /**
         * Checks the values.
         *
         * @throws OffloadException when {@code always} stands on an argument that is never copied
         */
        public Mapped {
            Objects.requireNonNull(access, "access is null");
            Objects.requireNonNull(extent, "extent is null");
            Objects.requireNonNull(reach, "reach is null");
            modifiers = Set.copyOf(Objects.requireNonNull(modifiers, "modifiers is null"));
            boolean copies = access != Access.ALLOC && access != Access.DELETE;
            if (!copies && modifiers.contains(MapModifier.ALWAYS)) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        "'always' needs a direction, and '" + access.name().toLowerCase(Locale.ROOT)
                                + "' copies nothing");
            }
        }

        /**
         * Maps bytes and nothing that they point to.
         *
         * @throws OffloadException when {@code always} stands on an argument that is never copied
         */
        public Mapped(Access access, Set<MapModifier> modifiers, Extent extent) {
            this(access, modifiers, extent, Reach.FLAT);
        }

        /** Returns this mapping with something else that travels together with it. */
        public Mapped with(Reach other) {
            return new Mapped(access, modifiers, extent, Objects.requireNonNull(other, "other is null"));
        }

        @Override
        public Kind kind() {
            return Kind.MAPPED;
        }

        /** Returns the modifiers as map flags. */
        public MapType modifierFlags() {
            return MapModifier.flags(modifiers);
        }
    }

    /**
     * A value that is no pointer; the callee gets it. A kernel takes scalars, and structures, arrays, vectors and wider
     * integers of up to 4096 bytes.
     */
    record Value() implements Passing {
        @Override
        public Kind kind() {
            return Kind.VALUE;
        }
    }

    /** A pointer that stays what it is, in host mode only unless it is null. */
    record HostPointer() implements Passing {
        @Override
        public Kind kind() {
            return Kind.HOST_POINTER;
        }
    }

    /** A pointer to memory that is on the device already. */
    record DevicePointer() implements Passing {
        @Override
        public Kind kind() {
            return Kind.DEVICE_POINTER;
        }
    }

    /**
     * A host pointer to an object that a kernel takes by value, as C's compilers pass large structures.
     *
     * @param extent the object's size, which is known now
     */
    record Copied(Extent extent) implements Passing {
        /**
         * Checks the value.
         *
         * @throws OffloadException when only the program knows the size
         */
        public Copied {
            Objects.requireNonNull(extent, "extent is null");
            if (!(extent instanceof Extent.Bytes || extent instanceof Extent.Pointee)) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        "what is passed by value has a size that is known when it is compiled; map it");
            }
        }

        @Override
        public Kind kind() {
            return Kind.COPIED;
        }
    }

    /** Passes a value. */
    Passing VALUE = new Value();

    /** Passes a pointer untouched. */
    Passing HOST_POINTER = new HostPointer();

    /** Passes a device address. */
    Passing DEVICE_POINTER = new DevicePointer();

    /** Maps a pointer's bytes. */
    static Mapped mapped(Access access, Extent extent) {
        return new Mapped(access, Set.of(), extent);
    }
}
