package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.EnumMap;
import java.util.Optional;

/**
 * One entry of a site's argument arrays.
 *
 * @param label what messages and reports call it
 * @param base content of the base array: the pointer, or the value of a literal as an i64
 * @param pointer content of the pointer array
 * @param size its size
 * @param mapTypes its map types
 * @param mapper the function that maps it, if one does
 * @param computedMapTypes in the order of the calls, map types that depend on which arguments are equal when the program runs
 */
record Entry(
        ArgumentLabel label,
        IrValue base,
        IrValue pointer,
        Size size,
        MapTypes mapTypes,
        Optional<IrFunction> mapper,
        EnumMap<Phase, IrValue> computedMapTypes) {
    Entry(ArgumentLabel label, IrValue base, IrValue pointer, Size size, MapTypes mapTypes) {
        this(label, base, pointer, size, mapTypes, Optional.empty(), new EnumMap<>(Phase.class));
    }

    EntryShape shape() {
        return new EntryShape(size, mapTypes, mapper, computedMapTypes.keySet());
    }

    Entry withMapper(IrFunction function) {
        return new Entry(label, base, pointer, size, mapTypes, Optional.of(function), computedMapTypes);
    }

    Entry withBase(IrValue other) {
        return new Entry(label, other, pointer, size, mapTypes, mapper, computedMapTypes);
    }

    Entry withSize(Size other) {
        return new Entry(label, base, pointer, other, mapTypes, mapper, computedMapTypes);
    }

    Entry withMapTypes(MapTypes other) {
        return new Entry(label, base, pointer, size, other, mapper, computedMapTypes);
    }

    Entry withComputedMapType(Phase phase, IrValue mapType) {
        EnumMap<Phase, IrValue> all = new EnumMap<>(computedMapTypes);
        all.put(phase, mapType);
        return new Entry(label, base, pointer, size, mapTypes, mapper, all);
    }
}
