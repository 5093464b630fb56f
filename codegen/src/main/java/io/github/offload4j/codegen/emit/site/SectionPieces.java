package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.signature.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Loops over the pieces without gaps of a section. A function that tells the runtime what travels tells it each: the
 * description of a section with gaps would have to live until the runtime is done, which is when that function has returned.
 */
final class SectionPieces {
    private static final int COUNT = 1;
    private static final int STRIDE = 2;

    private final IrContext context;
    private final Extents extents;
    private final Sections sections;

    SectionPieces(IrContext context, Extents extents) {
        this.context = context;
        this.extents = extents;
        this.sections = new Sections(context, extents);
    }

    /** How often something is repeated, and how many bytes lie from one to the next. */
    private record Loop(IrValue count, IrValue stride) {}

    /**
     * Emits something for each piece of an extent.
     *
     * @param body takes where the piece begins, and its bytes
     */
    void of(Extent extent, IrValue pointer, String what, IrBuilder builder, BiConsumer<IrValue, IrValue> body) {
        IrValue bytes = extents.size(extent, pointer, what, builder).value(context, builder);
        if (!(extent instanceof Extent.Section section)) {
            body.accept(pointer, bytes);
            return;
        }
        SectionShape shape = extents.shape(section, what);
        if (!shape.isOnePiece()) {
            // an update passes by what has no elements
            IrValue some = builder.compare(Comparison.GREATER, bytes, number(0), "");
            bytes = builder.select(some, bytes, number(0), "");
        }
        IrValue begin = sections.begin(shape, pointer, builder);
        List<Loop> loops = new ArrayList<>();
        shape.loops().forEach(range -> {
            IrValue stride = builder.multiply(sections.wide(range.stride(), builder), number(shape.elementBytes()));
            loops.add(new Loop(unlessNull(sections.wide(range.count(), builder), pointer, builder), stride));
        });
        forEach(loops, begin, bytes, builder, body);
    }

    /**
     * Emits something for each piece of a section that {@link Sections} has described.
     *
     * @param description its address
     * @param loops how many dimensions with gaps it has
     * @param begin where the section begins
     * @param body takes where a piece begins, and its bytes
     */
    void described(
            IrValue description, int loops, IrValue begin, IrBuilder builder, BiConsumer<IrValue, IrValue> body) {
        List<Loop> all = new ArrayList<>();
        for (int i = 0; i < loops; i++) {
            int dimension = i * Sections.DIMENSIONS_OF_LOOP;
            all.add(new Loop(
                    field(description, dimension, COUNT, builder), field(description, dimension, STRIDE, builder)));
        }
        IrValue bytes = field(description, loops * Sections.DIMENSIONS_OF_LOOP, COUNT, builder);
        forEach(all, begin, bytes, builder, body);
    }

    private IrValue field(IrValue description, int dimension, int field, IrBuilder builder) {
        int index = dimension * Sections.FIELDS + field;
        IrType type = context.array(context.integer(Long.SIZE), index + 1);
        return builder.load(
                context.integer(Long.SIZE), builder.elementAddress(type, description, index, ""), Long.BYTES, "");
    }

    private IrValue unlessNull(IrValue count, IrValue pointer, IrBuilder builder) {
        if (!PointerFacts.mayBeNull(pointer, builder.function())) {
            return count;
        }
        IrValue isNull = builder.compare(Comparison.EQUAL, pointer, context.nullPointer(), "");
        return builder.select(isNull, number(0), count, "");
    }

    private void forEach(
            List<Loop> loops, IrValue begin, IrValue bytes, IrBuilder builder, BiConsumer<IrValue, IrValue> body) {
        if (loops.isEmpty()) {
            body.accept(begin, bytes);
            return;
        }
        Loop outer = loops.get(0);
        forEach(outer.count(), builder, index -> {
            IrValue offset = builder.multiply(index, outer.stride());
            IrValue inner = builder.offsetAddress(context.integer(Byte.SIZE), begin, offset, "");
            forEach(loops.subList(1, loops.size()), inner, bytes, builder, body);
        });
    }

    /**
     * Emits a loop.
     *
     * @param count how often it runs; not at all when it is not above 0
     * @param body takes the number of the round, from 0
     */
    void forEach(IrValue count, IrBuilder builder, Consumer<IrValue> body) {
        IrFunction function = builder.function();
        IrBlock before = builder.block();
        IrBlock header = function.appendBlock("next");
        IrBlock element = function.appendBlock("element");
        IrBlock done = function.appendBlock("done");
        builder.branch(header);
        builder.moveToEnd(header);
        IrValue index = builder.phi(count.type(), "i");
        builder.addIncoming(index, number(0), before);
        builder.branch(builder.compare(Comparison.LESS, index, count, ""), element, done);
        builder.moveToEnd(element);
        body.accept(index);
        builder.addIncoming(index, builder.add(index, number(1)), builder.block());
        builder.branch(header);
        builder.moveToEnd(done);
    }

    private IrValue number(long value) {
        return context.constant(Long.SIZE, value);
    }
}
