package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The loops over a block's work-items, of which there is one at least: z outermost, x innermost. What they repeat begins in
 * the block {@link #body()} and goes on to {@link #latch()}.
 */
final class ItemLoop {
    private static final String[] LETTERS = {"x", "y", "z"};

    private final IrBlock begin;
    private final IrBlock body;
    private final IrBlock latch;
    private final IrBlock end;
    private final IrValue[] index;
    private final IrValue number;
    private final List<IrInstruction> branches = new ArrayList<>();

    private ItemLoop(BlockFunction block, String name, IrContext context) {
        index = new IrValue[LETTERS.length];
        IrType i32 = context.integer(Integer.SIZE);
        IrType i64 = context.integer(Long.SIZE);
        begin = block.function().appendBlock(name + ".begin");
        IrBlock[] headers = new IrBlock[LETTERS.length];
        IrBlock[] latches = new IrBlock[LETTERS.length];
        for (int d = LETTERS.length - 1; d >= 0; d--) {
            headers[d] = block.function().appendBlock(name + "." + LETTERS[d]);
        }
        for (int d = 0; d < LETTERS.length; d++) {
            latches[d] = block.function().appendBlock(name + "." + LETTERS[d] + ".next");
        }
        end = block.function().appendBlock(name + ".end");
        IrValue row = context.constant(Long.SIZE, 0);
        try (IrBuilder builder = IrBuilder.atEnd(begin, context)) {
            for (int d = LETTERS.length - 1; d >= 0; d--) {
                IrBlock before = d == LETTERS.length - 1 ? begin : headers[d + 1];
                builder.branch(headers[d]);
                builder.moveToEnd(headers[d]);
                index[d] = builder.phi(i32, LETTERS[d]);
                builder.addIncoming(index[d], context.constant(Integer.SIZE, 0), before);
                row = builder.addBounded(row, builder.zeroExtend(index[d], i64));
                if (d > 0) {
                    row = builder.multiplyBounded(row, builder.zeroExtend(block.blockSize(d - 1), i64));
                }
            }
            for (int d = 0; d < LETTERS.length; d++) {
                builder.moveToEnd(latches[d]);
                IrValue next = builder.addBounded(index[d], context.constant(Integer.SIZE, 1));
                builder.addIncoming(index[d], next, latches[d]);
                IrBlock outer = d == LETTERS.length - 1 ? end : latches[d + 1];
                builder.branch(builder.compare(Comparison.BELOW, next, block.blockSize(d), ""), headers[d], outer);
                branches.add(latches[d].terminator().orElseThrow());
            }
        }
        number = row;
        body = headers[0];
        latch = latches[0];
    }

    /** Appends the loops to a function; nothing leads to them, and from the body and the end nothing leads on. */
    static ItemLoop append(BlockFunction block, String name, IrContext context) {
        return new ItemLoop(block, name, context);
    }

    /** Returns where control enters, once for all work-items; a jump ends it. */
    IrBlock begin() {
        return begin;
    }

    /** Returns where each round begins. */
    IrBlock body() {
        return body;
    }

    /** Returns where each round ends. */
    IrBlock latch() {
        return latch;
    }

    /** Returns what control leaves through. */
    IrBlock end() {
        return end;
    }

    /** Returns the work-item's number in a dimension. */
    IrValue index(int dimension) {
        return index[dimension];
    }

    /** Returns the work-item's number in the block. */
    IrValue number() {
        return number;
    }

    /** Returns the jumps that go round, innermost first. */
    List<IrInstruction> branches() {
        return branches;
    }
}
