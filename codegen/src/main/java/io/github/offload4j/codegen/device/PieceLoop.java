package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/**
 * The loop over the blocks of a piece of a grid, and over the pieces that are to be had after the first; no piece stands for the
 * whole grid. Blocks are numbered in one row, the x dimension fastest.
 */
final class PieceLoop {
    private static final int DIMENSIONS = 3;

    private final IrFunction function;
    private final IrValue piece;
    private final List<IrValue> grid;
    private final IrModule module;
    private final IrContext context;
    private final IrType i64;
    private final IrValue whole;
    private final IrBlock take;
    private final IrBlock divide;
    private final IrBlock block;
    private final IrBlock over;
    private final IrBlock done;
    private final IrValue number;
    private final IrValue end;
    private final IrValue[] ids = new IrValue[DIMENSIONS];
    private IrValue step;

    private PieceLoop(GridFunction blocks, List<IrValue> grid, IrModule module, IrBuilder builder) {
        this.function = blocks.function();
        this.piece = blocks.part();
        this.grid = grid;
        this.module = module;
        this.context = module.context();
        this.i64 = context.integer(Long.SIZE);
        this.step = context.constant(Integer.SIZE, 1);
        this.take = function.appendBlock("take");
        IrBlock head = function.appendBlock("piece.begin");
        IrBlock some = function.appendBlock("some");
        this.divide = function.appendBlock("inside");
        this.block = function.appendBlock("block");
        this.over = function.appendBlock("over");
        this.done = function.appendBlock("done");

        IrValue zero = context.constant(Long.SIZE, 0);
        IrValue all = LaunchSizes.product(grid, context, builder);
        this.whole = builder.compare(Comparison.EQUAL, piece, context.nullPointer(), "whole");
        IrBlock entry = builder.block();
        builder.branch(whole, head, take);
        builder.moveToEnd(take);
        IrValue taken = Cores.first(piece, context, builder);
        IrValue takenEnd = Cores.end(piece, context, builder);
        builder.branch(head);
        builder.moveToEnd(head);
        IrValue first = builder.phi(i64, "first");
        builder.addIncoming(first, zero, entry);
        builder.addIncoming(first, taken, take);
        this.end = builder.phi(i64, "end");
        builder.addIncoming(end, all, entry);
        builder.addIncoming(end, takenEnd, take);
        builder.branch(builder.compare(Comparison.BELOW, first, end, ""), some, over);
        builder.moveToEnd(some);
        builder.branch(builder.compare(Comparison.EQUAL, first, zero, ""), block, divide);
        builder.moveToEnd(divide);
        IrValue[] begins = begins(first, builder);
        builder.branch(block);
        builder.moveToEnd(block);
        this.number = builder.phi(i64, "number");
        builder.addIncoming(number, first, some);
        builder.addIncoming(number, first, divide);
        for (int d = 0; d < DIMENSIONS; d++) {
            ids[d] = builder.phi(context.integer(Integer.SIZE), "block." + IndexLowering.LETTERS.charAt(d));
            builder.addIncoming(ids[d], context.constant(Integer.SIZE, 0), some);
            builder.addIncoming(ids[d], begins[d], divide);
        }
    }

    /**
     * Emits what begins the loop, and leaves the builder where a block is to be run.
     *
     * @param grid the blocks in each dimension
     */
    static PieceLoop begin(GridFunction blocks, List<IrValue> grid, IrModule module, IrBuilder builder) {
        return new PieceLoop(blocks, grid, module, builder);
    }

    private IrValue[] begins(IrValue first, IrBuilder builder) {
        IrType i32 = context.integer(Integer.SIZE);
        IrValue[] begins = new IrValue[DIMENSIONS];
        IrValue rest = first;
        for (int d = 0; d < DIMENSIONS; d++) {
            boolean last = d == DIMENSIONS - 1;
            IrValue size = builder.zeroExtend(grid.get(d), i64);
            begins[d] = builder.integerCast(last ? rest : builder.remainder(rest, size), i32, false);
            rest = last ? rest : builder.divideUnsigned(rest, size);
        }
        return begins;
    }

    /** Returns the numbers of the block that is to be run, in each dimension. */
    IrValue[] ids() {
        return ids;
    }

    /** Returns the place where a block is to be run. */
    IrBlock block() {
        return block;
    }

    /** Returns how many blocks of the piece, from this one on, are in one row; then that many are to be run at once. */
    IrValue restOfRow(IrBuilder builder) {
        IrValue rest = builder.zeroExtend(builder.subtract(grid.get(0), ids[0]), i64);
        step = builder.integerCast(
                builder.least(rest, builder.subtract(end, number)), context.integer(Integer.SIZE), false);
        return step;
    }

    /** Returns the same where a condition holds, and else one, so that blocks are run one after the other. */
    IrValue restOfRowIf(IrValue condition, IrBuilder builder) {
        step = builder.select(condition, restOfRow(builder), context.constant(Integer.SIZE, 1), "");
        return step;
    }

    /** Emits what goes on with the next block, and leaves the builder where none is left. */
    void end(IrBuilder builder) {
        IrType i32 = context.integer(Integer.SIZE);
        IrBlock last = builder.block();
        IrValue next = builder.add(number, builder.zeroExtend(step, i64));
        builder.addIncoming(number, next, last);
        IrValue carry = step;
        for (int d = 0; d < DIMENSIONS; d++) {
            IrValue stepped = builder.add(ids[d], carry);
            if (d == DIMENSIONS - 1) {
                builder.addIncoming(ids[d], stepped, last);
            } else {
                IrValue full = builder.compare(Comparison.EQUAL, stepped, grid.get(d), "");
                builder.addIncoming(ids[d], builder.select(full, context.constant(Integer.SIZE, 0), stepped, ""), last);
                carry = builder.zeroExtend(full, i32);
            }
        }
        builder.branch(builder.compare(Comparison.BELOW, next, end, ""), block, over);
        builder.moveToEnd(over);
        IrBlock part = function.appendBlock("part");
        IrBlock team = function.appendBlock("team");
        builder.branch(whole, done, part);
        builder.moveToEnd(part);
        builder.branch(Cores.isAlone(piece, context, builder), done, team);
        builder.moveToEnd(team);
        builder.branch(builder.call(Cores.more(module), List.of(piece), ""), take, done);
        builder.moveToEnd(done);
    }
}
