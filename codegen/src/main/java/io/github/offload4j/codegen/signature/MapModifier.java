package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import java.util.Set;

/** A map-type modifier of the OpenMP specification, or of LLVM's extensions to it. */
public enum MapModifier {
    /** Copies even when the data is mapped already. */
    ALWAYS(MapFlag.ALWAYS),
    /** Stops the program unless the data is mapped already. */
    PRESENT(MapFlag.PRESENT),
    /** Keeps the data near the device under unified shared memory. */
    CLOSE(MapFlag.CLOSE),
    /** Keeps the data mapped through a {@code delete} elsewhere ({@code ompx_hold}). */
    HOLD(MapFlag.HOLD);

    private final MapFlag flag;

    MapModifier(MapFlag flag) {
        this.flag = flag;
    }

    /** Returns the map flags of several. */
    static MapType flags(Set<MapModifier> modifiers) {
        MapType flags = MapType.NONE;
        for (MapModifier modifier : modifiers) {
            flags = flags.with(modifier.flag());
        }
        return flags;
    }

    /** Returns the map flag. */
    public MapFlag flag() {
        return flag;
    }
}
