package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
import java.util.ArrayList;
import java.util.List;

/** Turns arguments into entries of the argument arrays. */
final class EntryBuilder {
    /** Size and alignment of an array entry, in bytes. */
    private static final int ENTRY_BYTES = 8;

    /** The runtime looks at no literal's size; 0 tells readers of the arrays that no user has written this one. */
    private static final int HIDDEN_BYTES = 0;

    private final IrContext context;
    private final Extents extents;
    private final Sections sections;
    private final Formulas formulas;

    EntryBuilder(IrContext context, Extents extents, Formulas formulas) {
        this.context = context;
        this.extents = extents;
        this.sections = new Sections(context, extents);
        this.formulas = formulas;
    }

    /** Returns the entries of each argument of a site, emitting the conversions that they take. */
    List<List<Entry>> build(SitePlan plan, IrBuilder builder) {
        List<List<Entry>> entries = new ArrayList<>(plan.arguments().size());
        for (int i = 0; i < plan.arguments().size(); i++) {
            ArgumentLabel label = plan.labels().get(i);
            Argument argument = plan.arguments().get(i);
            entries.add(label.subject().during(() -> entries(label, argument, plan, builder)));
        }
        return entries;
    }

    private List<Entry> entries(ArgumentLabel label, Argument argument, SitePlan plan, IrBuilder builder) {
        if (argument.passing() instanceof Passing.Mapped mapped) {
            Formulas.Scope scope = new Formulas.Scope(label.inMessage(), plan, builder);
            Extent extent = formulas.extent(mapped.extent(), scope, builder);
            Passing.Mapped known = new Passing.Mapped(mapped.access(), mapped.modifiers(), extent, mapped.reach());
            return List.of(mapped(label, argument.value(), known, plan.usage(), builder));
        }
        IrType type = argument.value().type();
        boolean oneSlot = type.isPointer() || type.scalarBits() > 0;
        return oneSlot && argument.passing().kind() != Passing.Kind.COPIED
                ? List.of(literal(label, argument, builder))
                : words(label, argument, builder);
    }

    /** The runtime has 8 bytes for an argument, so what is wider takes the place of several. */
    private List<Entry> words(ArgumentLabel label, Argument argument, IrBuilder builder) {
        MapTypes mapTypes = MapTypes.literal(Passing.Kind.VALUE);
        List<IrValue> words = ValueWords.of(argument, extents, label, builder);
        List<Entry> entries = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            IrValue word = words.get(i);
            ArgumentLabel part = label.at((long) i * ENTRY_BYTES);
            entries.add(new Entry(part, word, word, new Size.Known(ENTRY_BYTES), mapTypes));
        }
        return entries;
    }

    private Entry mapped(ArgumentLabel label, IrValue pointer, Passing.Mapped mapped, Usage usage, IrBuilder builder) {
        if (mapped.extent() instanceof Extent.Section section) {
            return section(label, pointer, mapped, extents.shape(section, label.inMessage()), usage, builder);
        }
        Size size = extents.size(mapped.extent(), pointer, label.inMessage(), builder);
        return withMapper(new Entry(label, pointer, pointer, size, mapTypes(mapped, usage)), mapped);
    }

    private static Entry withMapper(Entry entry, Passing.Mapped mapped) {
        return mapped.reach() instanceof Reach.Mapper mapper ? entry.withMapper(mapper.function()) : entry;
    }

    private Entry section(
            ArgumentLabel label,
            IrValue pointer,
            Passing.Mapped mapped,
            SectionShape shape,
            Usage usage,
            IrBuilder builder) {
        IrValue begin = sections.begin(shape, pointer, builder);
        MapTypes mapTypes = mapTypes(mapped, usage);
        if (shape.isOnePiece()) {
            Size size = extents.size(mapped.extent(), pointer, label.inMessage(), builder);
            return withMapper(new Entry(label, pointer, begin, size, mapTypes), mapped);
        }
        Sections.Description description = sections.describe(shape, pointer, builder);
        Size dimensions = new Size.Known(description.dimensions());
        return new Entry(label, begin, description.address(), dimensions, mapTypes.nonContiguous());
    }

    /** Returns the entry in whose place the runtime puts what it adds. */
    Entry place() {
        IrValue nothing = context.nullPointer();
        return new Entry(ArgumentLabel.HIDDEN, nothing, nothing, new Size.Known(HIDDEN_BYTES), MapTypes.place());
    }

    /** Returns the entry that gives a kernel on a host the address of its launch's bounds. */
    static Entry boundsOf(KernelArguments kernelArguments) {
        IrValue address = kernelArguments.address();
        return new Entry(ArgumentLabel.HIDDEN, address, address, new Size.Known(HIDDEN_BYTES), MapTypes.bounds());
    }

    private static MapTypes mapTypes(Passing.Mapped mapped, Usage usage) {
        return MapTypes.mapped(mapped.access(), mapped.modifierFlags(), usage);
    }

    private static Size naturalSize(IrValue value) {
        return new Size.Known(
                value.type().isPointer() ? ENTRY_BYTES : (value.type().scalarBits() + 7) / 8);
    }

    private Entry literal(ArgumentLabel label, Argument argument, IrBuilder builder) {
        IrValue value = argument.value();
        MapTypes mapTypes = MapTypes.literal(argument.passing().kind());
        if (value.type().isPointer()) {
            return new Entry(label, value, value, naturalSize(value), mapTypes);
        }
        IrValue wide = widen(value, builder);
        return new Entry(label, wide, wide, naturalSize(value), mapTypes);
    }

    private IrValue widen(IrValue value, IrBuilder builder) {
        int bits = value.type().scalarBits();
        IrValue integer = value.type().isInteger() ? value : builder.bitCast(value, context.integer(bits));
        return bits == Long.SIZE ? integer : builder.zeroExtend(integer, context.integer(Long.SIZE));
    }
}
