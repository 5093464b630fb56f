package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The loop over the threads of some blocks that follow each other in the x dimension. It is one of parts, in none of which a
 * number of 32 bits, with or without a sign, begins again: a single part but for more than a thousand million threads.
 */
final class RowLoop {
    /** As a power of two; 32-bit numbers of either kind begin again at its multiples. */
    private static final int PART = 30;

    private final IrContext context;
    private final IrType i32;
    private final IrType i64;
    private final IrBlock next;
    private final IrBlock body;
    private final IrBlock end;
    private final IrValue partEnd;
    private final IrValue start;
    private final int atOnce;
    private final IrValue threads;
    private final RowFunction condition;
    private final IrValue last;
    private final Map<RowFunction, IrValue> numbers = new EnumMap<>(RowFunction.class);

    /**
     * Some blocks of a row.
     *
     * @param first the number of the first
     * @param count how many
     * @param size threads of a block; all three in 32 bits
     */
    record Blocks(IrValue first, IrValue count, IrValue size) {}

    private RowLoop(
            Blocks blocks,
            RowGuards guards,
            int atOnce,
            List<IrValue> arguments,
            IrBuilder builder,
            IrContext context) {
        this.atOnce = atOnce;
        this.context = context;
        this.i32 = context.integer(Integer.SIZE);
        this.i64 = context.integer(Long.SIZE);
        IrFunction function = builder.function();
        IrBlock before = builder.block();
        IrBlock parts = function.appendBlock("parts");
        IrBlock part = function.appendBlock("part");
        IrBlock enter = function.appendBlock("row");
        body = function.appendBlock("row.body");
        next = function.appendBlock("part.next");
        end = function.appendBlock("row.end");

        IrValue size = builder.zeroExtend(blocks.size(), i64);
        IrValue from = builder.multiplyBounded(builder.zeroExtend(blocks.first(), i64), size);
        IrValue all = builder.multiplyBounded(builder.zeroExtend(blocks.count(), i64), size);
        IrValue to = builder.addBounded(from, all);
        builder.branch(parts);
        builder.moveToEnd(parts);
        start = builder.phi(i64, "start");
        builder.addIncoming(start, from, before);
        builder.branch(builder.compare(Comparison.BELOW, start, to, ""), part, end);

        builder.moveToEnd(part);
        IrValue rest = context.constant(Long.SIZE, (1L << PART) - 1);
        Map<RowFunction, IrValue> begins = new EnumMap<>(RowFunction.class);
        begins.put(RowFunction.WRAPPED, builder.integerCast(start, i32, false));
        begins.put(RowFunction.UNSIGNED, start);
        if (guards.ways().contains(RowFunction.SIGNED)) {
            // sizes and numbers beyond 31 bits are negative to such kernels, so that threads are not in a row; a mask
            // says so, and no condition, for which LLVM would copy the loops
            IrValue highest =
                    builder.subtract(builder.add(blocks.first(), blocks.count()), context.constant(Integer.SIZE, 1));
            IrValue negative = builder.integerCast(
                    builder.shiftRightSigned(
                            builder.or(highest, blocks.size()), context.constant(Integer.SIZE, Integer.SIZE - 1)),
                    i64,
                    true);
            begins.put(RowFunction.SIGNED, signed(negative, blocks, builder));
            rest = builder.and(rest, builder.xor(negative, context.allOnes(i64)));
        }
        partEnd = builder.least(builder.add(builder.or(start, rest), context.constant(Long.SIZE, 1)), to);
        RowGuards.Range range = guards.narrow(
                new RowGuards.Range(context.constant(Long.SIZE, 0), builder.subtract(partEnd, start)),
                begins,
                arguments,
                builder);
        builder.branch(builder.compare(Comparison.BELOW, range.begin(), range.end(), ""), enter, next);
        builder.moveToEnd(enter);
        Map<RowFunction, IrValue> firsts = new EnumMap<>(RowFunction.class);
        for (RowFunction way : guards.ways()) {
            firsts.put(way, moved(begins, way, range.begin(), builder));
        }
        condition = guards.ways().iterator().next();
        last = moved(begins, condition, builder.subtract(range.end(), context.constant(Long.SIZE, 1)), builder);
        builder.branch(body);

        builder.moveToEnd(body);
        firsts.forEach((way, first) -> {
            IrValue number = builder.phi(context.integer(way.bits()), "thread");
            builder.addIncoming(number, first, enter);
            numbers.put(way, number);
        });
        if (atOnce > 1) {
            IrValue left = builder.add(
                    builder.subtract(last, Objects.requireNonNull(numbers.get(condition))),
                    context.constant(condition.bits(), 1));
            threads = builder.integerCast(builder.least(left, context.constant(condition.bits(), atOnce)), i32, false);
        } else {
            threads = context.constant(Integer.SIZE, 1);
        }
    }

    private IrValue moved(Map<RowFunction, IrValue> begins, RowFunction way, IrValue distance, IrBuilder builder) {
        IrValue begin = Objects.requireNonNull(begins.get(way));
        return builder.add(begin, builder.integerCast(distance, begin.type(), false));
    }

    private IrValue signed(IrValue negative, Blocks blocks, IrBuilder builder) {
        IrValue size = builder.zeroExtend(blocks.size(), i64);
        IrValue divisor =
                builder.or(builder.and(negative, size), builder.add(negative, context.constant(Long.SIZE, 1)));
        IrValue block = builder.divideUnsigned(start, divisor);
        IrValue thread = builder.subtract(start, builder.multiply(block, size));
        IrValue product = builder.multiply(signed(block, builder), builder.integerCast(blocks.size(), i64, true));
        IrValue number = builder.add(product, signed(thread, builder));
        return builder.add(start, builder.and(negative, builder.subtract(number, start)));
    }

    private IrValue signed(IrValue number, IrBuilder builder) {
        return builder.integerCast(builder.integerCast(number, i32, false), i64, true);
    }

    /**
     * Emits what begins the loop, and leaves the builder where a thread is to be run.
     *
     * @param atOnce how many threads are run in a round at most
     * @param arguments the kernel's, where the builder stands
     */
    static RowLoop begin(
            Blocks blocks,
            RowGuards guards,
            int atOnce,
            List<IrValue> arguments,
            IrBuilder builder,
            IrContext context) {
        return new RowLoop(blocks, guards, atOnce, arguments, builder, context);
    }

    /** Returns how many threads are to be run at once. */
    IrValue threads() {
        return threads;
    }

    /** Returns the number of the thread that is to be run, or the first of them, in each way that the kernel computes it. */
    Map<RowFunction, IrValue> numbers() {
        return numbers;
    }

    /**
     * Emits what goes on with the next thread, and leaves the builder where none is left.
     *
     * @return the jump that closes the innermost loop
     */
    IrInstruction end(IrBuilder builder) {
        IrBlock latch = builder.block();
        // what comes after the last one of a part may begin again, and is not looked at
        IrValue number = Objects.requireNonNull(numbers.get(condition));
        IrValue more = atOnce == 1
                ? builder.compare(Comparison.NOT_EQUAL, number, last, "")
                : builder.compare(
                        Comparison.BELOW,
                        context.constant(condition.bits(), atOnce - 1),
                        builder.subtract(last, number),
                        "");
        numbers.forEach((way, known) -> {
            IrValue step = context.constant(way.bits(), atOnce);
            builder.addIncoming(known, builder.addBounded(known, step), latch);
        });
        builder.branch(more, body, next);
        builder.moveToEnd(next);
        builder.addIncoming(start, partEnd, next);
        builder.branch(start.asInstruction().orElseThrow().block());
        builder.moveToEnd(end);
        return latch.terminator().orElseThrow();
    }
}
