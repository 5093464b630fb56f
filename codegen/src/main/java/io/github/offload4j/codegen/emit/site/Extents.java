package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.DataLayout;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.ir.TypeText;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.Range;
import io.github.offload4j.codegen.signature.TypeSource;
import java.util.List;
import java.util.OptionalLong;

/** Turns extents into sizes in bytes. */
public final class Extents {
    private final IrModule module;
    private final TypeText typeText;

    /** Reads the types of one module. */
    public Extents(IrModule module) {
        this.module = module;
        this.typeText = new TypeText(module.context());
    }

    /**
     * Checks an extent without emitting anything.
     *
     * @param what how a message names the argument
     * @throws OffloadException when its type has no size, or its count is not an integer of at most 64 bits
     */
    void check(Extent extent, String what) {
        if (extent instanceof Extent.Pointee pointee) {
            elementBytes(pointee.type(), what);
        } else if (extent instanceof Extent.Count count) {
            elementBytes(count.element(), what);
            checkInteger(count.count().type(), "the count of " + what);
        } else if (extent instanceof Extent.Section section) {
            elementBytes(section.element(), what);
            section.ranges().forEach(range -> check(range, what));
        } else if (extent instanceof Extent.Field field) {
            elementBytes(field.element(), what);
        } else if (extent instanceof Extent.Computed computed) {
            elementBytes(computed.element(), what);
        }
        for (Formula formula : Formulas.of(extent)) {
            formula.leaves()
                    .filter(Formula.Value.class::isInstance)
                    .forEach(leaf -> checkInteger(
                            ((Formula.Value) leaf).value().type(), "a number in '" + formula + "' of " + what));
        }
    }

    /**
     * Checks that the numbers of a section and of formulas can be used in a function.
     *
     * @throws OffloadException when one belongs to another function or another module
     */
    void requireUsable(Extent extent, String what, IrFunction function) {
        if (extent instanceof Extent.Section section) {
            section.ranges().stream()
                    .flatMap(Formulas::amounts)
                    .filter(Amount.Computed.class::isInstance)
                    .forEach(amount -> Ownership.requireUsable(
                            ((Amount.Computed) amount).elements(), function, module, "the section of " + what));
        }
        Formulas.of(extent).stream()
                .flatMap(Formula::leaves)
                .filter(Formula.Value.class::isInstance)
                .forEach(leaf -> Ownership.requireUsable(
                        ((Formula.Value) leaf).value(), function, module, "a number of " + what));
    }

    private static void checkInteger(IrType type, String what) {
        if (!type.isInteger() || type.integerBits() > Long.SIZE) {
            throw new OffloadException(Reason.ARGUMENT, what + " is " + type + "; give an integer of at most 64 bits");
        }
    }

    private static void check(Range range, String what) {
        for (Amount amount : List.of(range.offset(), range.count(), range.stride())) {
            if (amount instanceof Amount.Computed computed) {
                checkInteger(computed.elements().type(), "a number of the section of " + what);
            }
        }
    }

    /** Returns the pieces of a section. */
    SectionShape shape(Extent.Section section, String what) {
        return SectionShape.of(section, elementBytes(section.element(), what));
    }

    /** Returns the size of a piece of a section. */
    Size size(SectionShape shape) {
        return shape.piece() instanceof Amount.Known known
                ? new Size.Known(SizeProduct.of(known.elements(), shape.unitBytes()))
                : new Size.Computed(
                        builder -> product(((Amount.Computed) shape.piece()).elements(), shape.unitBytes(), builder));
    }

    /**
     * Returns how many bytes a value of a type takes in memory.
     *
     * @throws OffloadException when that is no fixed number
     */
    long storedBytes(IrType type, String what) {
        return module.layout()
                .storedBytes(type)
                .orElseThrow(() -> new OffloadException(
                        Reason.ARGUMENT, what + " is " + type + ", which has no fixed size in bytes"));
    }

    DataLayout layout() {
        return module.layout();
    }

    IrContext context() {
        return module.context();
    }

    /** Returns the size of a mapped argument, emitting its computation where it takes one. */
    Size size(Extent extent, IrValue pointer, String what, IrBuilder builder) {
        return unlessNull(size(extent, what), pointer, builder);
    }

    /** Returns the size of a mapped argument that is not null. */
    Size size(Extent extent, String what) {
        if (extent instanceof Extent.Bytes bytes) {
            return new Size.Known(bytes.bytes());
        }
        if (extent instanceof Extent.Pointee pointee) {
            return new Size.Known(elementBytes(pointee.type(), what));
        }
        if (extent instanceof Extent.Section section) {
            return size(shape(section, what));
        }
        if (!(extent instanceof Extent.Count count)) {
            throw new IllegalStateException("what is computed is a value by now");
        }
        long bytes = elementBytes(count.element(), what);
        return new Size.Computed(builder -> product(count.count(), bytes, builder));
    }

    private IrValue product(IrValue count, long bytes, IrBuilder builder) {
        IrContext context = module.context();
        IrValue wide = builder.integerCast(count, context.integer(Long.SIZE), true);
        if (bytes == 1) {
            return wide;
        }
        OptionalLong constant = wide.constantInteger();
        if (constant.isPresent()) {
            return context.constant(Long.SIZE, SizeProduct.of(constant.getAsLong(), bytes));
        }
        IrValue product = builder.multiply(wide, context.constant(Long.SIZE, bytes));
        return SizeProduct.mayWrap(count.type().integerBits(), bytes)
                ? unlessItWraps(wide, bytes, product, builder)
                : product;
    }

    private IrValue unlessItWraps(IrValue count, long bytes, IrValue product, IrBuilder builder) {
        IrContext context = module.context();
        IrValue limit = context.constant(Long.SIZE, SizeProduct.tooMany(bytes));
        IrValue fits = builder.compare(Comparison.BELOW, count, limit, "");
        return builder.select(fits, product, context.constant(Long.SIZE, RuntimeConstants.IMPOSSIBLE_SIZE), "");
    }

    /** The runtime copies from a null pointer of non-zero size, and the program dies of it; size 0 maps nothing. */
    private Size unlessNull(Size size, IrValue pointer, IrBuilder builder) {
        if (PointerFacts.pointsNowhere(pointer)) {
            return new Size.Known(0);
        }
        IrContext context = module.context();
        if (!PointerFacts.mayBeNull(pointer, builder.function())) {
            return size instanceof Size.Computed computed
                    ? Size.Computed.of(computed.bytes().apply(builder))
                    : size;
        }
        IrValue bytes = size.value(context, builder);
        IrValue isNull = builder.compare(Comparison.EQUAL, pointer, context.nullPointer(), "");
        return Size.Computed.of(builder.select(isNull, context.constant(Long.SIZE, 0), bytes, ""));
    }

    /** Returns the size of one element of an extent; the whole where it is not counted. */
    public long elementBytes(Extent extent, String what) {
        if (extent instanceof Extent.Bytes bytes) {
            return bytes.bytes();
        }
        if (extent instanceof Extent.Pointee pointee) {
            return elementBytes(pointee.type(), what);
        }
        if (extent instanceof Extent.Section section) {
            return elementBytes(section.element(), what);
        }
        if (extent instanceof Extent.Computed computed) {
            return elementBytes(computed.element(), what);
        }
        return elementBytes(
                extent instanceof Extent.Count count ? count.element() : ((Extent.Field) extent).element(), what);
    }

    /** Returns the bytes of the structure, or of each, in an extent; nothing where only the program knows them. */
    OptionalLong structureBytes(Extent extent, String what) {
        long bytes = elementBytes(extent, what);
        boolean counted =
                extent instanceof Extent.Count || extent instanceof Extent.Field || extent instanceof Extent.Computed;
        return counted && bytes <= 1 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private long elementBytes(TypeSource source, String what) {
        IrType type = source instanceof TypeSource.Text text
                ? typeText.parse(text.text())
                : ((TypeSource.Resolved) source).type();
        return module.layout()
                .bytes(type)
                .orElseThrow(() -> new OffloadException(
                        Reason.ARGUMENT,
                        "the extent of " + what + " is given as '" + source + "', which has no fixed size in bytes"));
    }
}
