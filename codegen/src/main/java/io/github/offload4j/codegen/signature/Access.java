package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import java.util.Objects;

/** In which direction a mapped argument's bytes travel. */
public enum Access {
    /** To the device before the callee runs. */
    TO(MapType.of(MapFlag.TO)),
    /** Back to the host afterwards; the device copy starts with unspecified content. */
    FROM(MapType.of(MapFlag.FROM)),
    /** Both. */
    TOFROM(MapType.of(MapFlag.TO, MapFlag.FROM)),
    /** Neither: device memory of that size, for the duration of the call; at an exit, one reference less. */
    ALLOC(MapType.NONE),
    /** Neither, and no reference is left, whatever there were. Only an exit can do that. */
    DELETE(MapType.of(MapFlag.DELETE)),
    /** Back to the host, and no reference is left, whatever there were. Only an exit can do that. */
    FROM_DELETE(MapType.of(MapFlag.FROM, MapFlag.DELETE));

    private final MapType mapType;

    Access(MapType mapType) {
        this.mapType = mapType;
    }

    /** Returns the map flags of the direction. */
    public MapType mapType() {
        return mapType;
    }

    /** Returns whether no reference is left, which only an exit can do. */
    public boolean deletes() {
        return mapType.has(MapFlag.DELETE);
    }

    /** Returns the access that covers this and another. */
    public Access union(Access other) {
        Objects.requireNonNull(other, "other is null");
        boolean to = mapType.or(other.mapType).has(MapFlag.TO);
        boolean from = mapType.or(other.mapType).has(MapFlag.FROM);
        if (to) {
            return from ? TOFROM : TO;
        }
        return from ? FROM : ALLOC;
    }
}
