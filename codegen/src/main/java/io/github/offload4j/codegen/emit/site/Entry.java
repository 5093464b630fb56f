package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.EnumMap;

/**
 * One entry of a site's argument arrays.
 *
 * @param label what messages and reports call it
 * @param base content of the base array: the pointer, or the value of a literal as an i64
 * @param pointer content of the pointer array
 * @param size its size
 * @param mapTypes its map types
 * @param computedMapTypes in the order of the calls, map types that depend on which arguments are equal when the program runs
 */
record Entry(
        ArgumentLabel label,
        IrValue base,
        IrValue pointer,
        Size size,
        MapTypes mapTypes,
        EnumMap<Phase, IrValue> computedMapTypes) {
    Entry(ArgumentLabel label, IrValue base, IrValue pointer, Size size, MapTypes mapTypes) {
        this(label, base, pointer, size, mapTypes, new EnumMap<>(Phase.class));
    }

    EntryShape shape() {
        return new EntryShape(size, mapTypes, computedMapTypes.keySet());
    }

    Entry withSize(Size other) {
        return new Entry(label, base, pointer, other, mapTypes, computedMapTypes);
    }

    Entry withMapTypes(MapTypes other) {
        return new Entry(label, base, pointer, size, other, computedMapTypes);
    }

    Entry withComputedMapType(Phase phase, IrValue mapType) {
        EnumMap<Phase, IrValue> all = new EnumMap<>(computedMapTypes);
        all.put(phase, mapType);
        return new Entry(label, base, pointer, size, mapTypes, all);
    }
}
