package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.BlockSplits;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of one work-item, cut so that what must be told apart stands in blocks of their own: stack slots, the way in, jumps
 * with several targets, returns, and what comes behind a meeting, which ends its block but for a jump.
 *
 * @param entry has the stack slots and nothing else
 * @param start is empty, and only the entry leads to it
 * @param afterMeetings the blocks that begin behind a meeting
 * @param returns the blocks with nothing but a return
 */
record ItemCode(IrBlock entry, IrBlock start, List<IrBlock> afterMeetings, List<IrBlock> returns) {
    /** Cuts a function. */
    static ItemCode of(IrFunction function, IrContext context) {
        List<IrBlock> returns = new ArrayList<>();
        for (IrBlock block : function.blocks()) {
            IrInstruction last = block.terminator().orElseThrow();
            if (last.opcode() == Opcode.RETURN) {
                returns.add(block);
            }
            if (last.opcode() == Opcode.RETURN || last.successors().size() > 1) {
                BlockSplits.moveHead(last, "before", context);
            }
        }
        List<IrBlock> meetings = new ArrayList<>();
        for (IrInstruction instruction : function.instructions()) {
            if (ItemFunction.MEET.isCalledBy(instruction)) {
                meetings.add(BlockSplits.moveHead(instruction.next().orElseThrow(), "meeting", context));
            }
        }
        // what is behind one meeting may have been cut at the next
        List<IrBlock> after = meetings.stream()
                .map(block -> block.terminator().orElseThrow().successors().get(0))
                .toList();
        IrInstruction first = function.blocks().get(0).pastAllocas();
        IrBlock entry = BlockSplits.moveHead(first, "slots", context);
        IrBlock start = BlockSplits.moveHead(first, "start", context);
        return new ItemCode(entry, start, after, returns);
    }
}
