package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns arguments into entries of the argument arrays. */
final class SlotBuilder {
    /** Size and alignment of an array entry, in bytes. */
    private static final int SLOT_ALIGNMENT = 8;

    private final IrContext context;
    private final Conventions conventions;
    private final Extents extents;

    SlotBuilder(IrContext context, Conventions conventions, Extents extents) {
        this.context = context;
        this.conventions = conventions;
        this.extents = extents;
    }

    /**
     * Returns the entries, emitting the conversions that they take.
     *
     * @param usage what the site does with mapped pointers
     */
    List<Slot> build(List<Argument> arguments, Usage usage, IrBuilder builder) {
        List<Slot> slots = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            String name = argument.parameter().name();
            slots.add(
                    argument.passing() instanceof Passing.Mapped mapped
                            ? mapped(name, argument.value(), mapped, usage, builder)
                            : literal(name, argument, builder));
        }
        return slots;
    }

    private Slot mapped(String name, IrValue pointer, Passing.Mapped mapped, Usage usage, IrBuilder builder) {
        Size size = extents.size(mapped.extent(), pointer, ArgumentRules.label(name), builder);
        return new Slot(
                name,
                pointer,
                conventions.rustc() ? sameAddress(pointer, builder) : pointer,
                size,
                mapTypes(mapped, usage));
    }

    /** Returns the entry that gives an x86-64 kernel the address of its launch's bounds. */
    static Slot boundsOf(KernelArguments kernelArguments) {
        IrValue address = kernelArguments.address();
        return new Slot("", address, address, new Size.Known(SLOT_ALIGNMENT), MapTypes.bounds());
    }

    /** Returns what rustc reserves its arrays by, before it converts any argument. */
    List<SlotShape> shapes(List<Argument> arguments, Usage usage) {
        return arguments.stream().map(argument -> shape(argument, usage)).toList();
    }

    private SlotShape shape(Argument argument, Usage usage) {
        if (argument.passing() instanceof Passing.Mapped mapped) {
            Size size = extents.size(
                    mapped.extent(), ArgumentRules.label(argument.parameter().name()));
            return new SlotShape(size, mapTypes(mapped, usage), Set.of());
        }
        MapTypes mapTypes = MapTypes.literal(argument.passing().kind(), conventions);
        return new SlotShape(naturalSize(argument.value()), mapTypes, Set.of());
    }

    private static MapTypes mapTypes(Passing.Mapped mapped, Usage usage) {
        return MapTypes.mapped(mapped.access(), mapped.modifierFlags(), usage);
    }

    private static Size naturalSize(IrValue value) {
        return new Size.Known(
                value.type().isPointer() ? SLOT_ALIGNMENT : (value.type().scalarBits() + 7) / 8);
    }

    private Slot literal(String name, Argument argument, IrBuilder builder) {
        IrValue value = argument.value();
        MapTypes mapTypes = MapTypes.literal(argument.passing().kind(), conventions);
        if (value.type().isPointer()) {
            return new Slot(name, value, value, naturalSize(value), mapTypes);
        }
        Size size = naturalSize(value);
        IrValue address = conventions.rustc() ? addressSlot(builder) : value;
        IrValue wide = widen(value, builder);
        if (!conventions.rustc()) {
            return new Slot(name, wide, wide, size, mapTypes);
        }
        builder.store(wide, address, SLOT_ALIGNMENT);
        return new Slot(name, wide, sameAddress(address, builder), size, mapTypes);
    }

    private IrValue widen(IrValue value, IrBuilder builder) {
        int bits = value.type().scalarBits();
        IrValue integer = value.type().isInteger() && !conventions.rustc()
                ? value
                : builder.bitCast(value, context.integer(bits));
        return bits == Long.SIZE ? integer : builder.zeroExtend(integer, context.integer(Long.SIZE));
    }

    /** rustc hands a scalar's address to the runtime beside its value; the runtime does not use it. */
    private IrValue addressSlot(IrBuilder builder) {
        try (IrBuilder entry = builder.pastAllocas()) {
            return entry.alloca(context.integer(Long.SIZE), "addr", SLOT_ALIGNMENT);
        }
    }

    /** rustc's address computation that computes nothing. */
    private IrValue sameAddress(IrValue address, IrBuilder builder) {
        return builder.offsetAddress(context.floatType(), address, context.constant(Integer.SIZE, 0), "");
    }
}
