package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a section begins, and for one with gaps the runtime's description of it: {@code .offload_section}, an array of an
 * offset, a count and a stride in bytes for each dimension.
 *
 * <p>Runtimes up to 22 take an offset times its stride, later ones as bytes, so it is 0, and the base lies where the section
 * begins. Runtimes up to 22 also take two dimensions for one where the inner one fills the stride of the outer, and then copy
 * a part of it: between any two dimensions stands one of one element with a stride of 0, which nothing fills. The last one
 * counts bytes, as in later runtimes.
 */
final class Sections {
    private static final int ALIGNMENT = 8;
    /** What a description has of each dimension: an offset, a count and a stride. */
    static final int FIELDS = 3;

    /** A dimension with gaps, and the one that keeps it apart from the next. */
    static final int DIMENSIONS_OF_LOOP = 2;

    private final IrContext context;
    private final IrType integer;
    private final Extents extents;

    Sections(IrContext context, Extents extents) {
        this.context = context;
        this.integer = context.integer(Long.SIZE);
        this.extents = extents;
    }

    /** What an entry has of a section with gaps: the address of its description, and how many dimensions that has. */
    record Description(IrValue address, long dimensions) {}

    /** Returns where a section begins; null where its argument is null. */
    IrValue begin(SectionShape shape, IrValue pointer, IrBuilder builder) {
        if (shape.beginsAtPointer() || PointerFacts.pointsNowhere(pointer)) {
            return pointer;
        }
        IrValue elements = shape.offsets().stream()
                .filter(offset -> !offset.is(0))
                .map(offset -> wide(offset, builder))
                .reduce(builder::add)
                .orElseThrow();
        IrValue bytes = builder.multiply(elements, number(shape.elementBytes()));
        if (PointerFacts.mayBeNull(pointer, builder.function())) {
            IrValue isNull = builder.compare(Comparison.EQUAL, pointer, context.nullPointer(), "");
            bytes = builder.select(isNull, number(0), bytes, "");
        }
        return builder.offsetAddress(context.integer(Byte.SIZE), pointer, bytes, "");
    }

    /** Describes a section with gaps to the runtime. One without elements, or of a null pointer, is none. */
    Description describe(SectionShape shape, IrValue pointer, IrBuilder builder) {
        List<IrValue> fields = new ArrayList<>();
        for (Range loop : shape.loops()) {
            IrValue stride = builder.multiply(wide(loop.stride(), builder), number(shape.elementBytes()));
            fields.addAll(List.of(number(0), wide(loop.count(), builder), stride));
            fields.addAll(List.of(number(0), number(1), number(0)));
        }
        fields.addAll(List.of(number(0), extents.size(shape).value(context, builder), number(1)));
        fields.set(1, unlessEmpty(shape, pointer, fields.get(1), builder));
        IrType type = context.array(integer, fields.size());
        IrValue address = reserve(type, builder);
        for (int i = 0; i < fields.size(); i++) {
            builder.store(fields.get(i), builder.elementAddress(type, address, i, ""), ALIGNMENT);
        }
        return new Description(address, fields.size() / FIELDS);
    }

    private static IrValue reserve(IrType type, IrBuilder builder) {
        try (IrBuilder entry = builder.pastAllocas()) {
            return entry.alloca(type, ".offload_section", ALIGNMENT);
        }
    }

    /** Returns the outermost count, which is 0 where the runtime must not look at the others. */
    private IrValue unlessEmpty(SectionShape shape, IrValue pointer, IrValue count, IrBuilder builder) {
        List<Amount> counts = new ArrayList<>();
        shape.loops().forEach(loop -> counts.add(loop.count()));
        counts.add(shape.piece());
        IrValue result = PointerFacts.pointsNowhere(pointer) || counts.contains(Amount.of(0)) ? number(0) : count;
        for (Amount each : counts) {
            if (each instanceof Amount.Computed) {
                IrValue some = builder.compare(Comparison.GREATER, wide(each, builder), number(0), "");
                result = builder.select(some, result, number(0), "");
            }
        }
        if (PointerFacts.mayBeNull(pointer, builder.function())) {
            IrValue isNull = builder.compare(Comparison.EQUAL, pointer, context.nullPointer(), "");
            result = builder.select(isNull, number(0), result, "");
        }
        return result;
    }

    IrValue wide(Amount amount, IrBuilder builder) {
        return amount instanceof Amount.Known known
                ? number(known.elements())
                : builder.integerCast(((Amount.Computed) amount).elements(), integer, true);
    }

    private IrValue number(long value) {
        return context.constant(Long.SIZE, value);
    }
}
