package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMInsertIntoBuilderWithName;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionRemoveFromParent;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;

/** Cuts blocks in two. LLVM's C API cannot, so what stands at their beginning is moved. */
public final class BlockSplits {
    private BlockSplits() {}

    /**
     * Moves what stands in front of an instruction to a block of its own, through which control comes from then on. The
     * block that is left stays what its successors take their values from.
     *
     * @param first what stays in the block as its first instruction; no PHI
     * @return the new block, which jumps to the old one
     */
    public static IrBlock moveHead(IrInstruction first, String name, IrContext context) {
        IrBlock block = first.block();
        List<IrBlock> predecessors = block.predecessors();
        IrBlock head = block.insertBefore(name);
        predecessors.forEach(from -> redirect(from, block, head));
        try (IrBuilder builder = IrBuilder.atEnd(head, context)) {
            // what stays may be many times as long as what goes
            IrInstruction instruction = block.first();
            while (!instruction.equals(first)) {
                IrInstruction next = instruction.next().orElseThrow();
                move(instruction, builder);
                instruction = next;
            }
            builder.branch(block);
        }
        return head;
    }

    /** Moves all of a block but its last instruction to where a builder stands. */
    public static void moveBody(IrBlock block, IrBuilder builder) {
        for (IrInstruction instruction : block.instructions()) {
            if (!instruction.isTerminator()) {
                move(instruction, builder);
            }
        }
    }

    /** Lets every jump of one block to another lead to a third, which has no PHIs. */
    public static void redirect(IrBlock from, IrBlock to, IrBlock instead) {
        IrInstruction terminator = from.terminator().orElseThrow();
        List<IrBlock> successors = terminator.successors();
        for (int i = 0; i < successors.size(); i++) {
            if (successors.get(i).equals(to)) {
                terminator.setSuccessor(i, instead);
            }
        }
    }

    private static void move(IrInstruction instruction, IrBuilder builder) {
        String name = instruction.value().name();
        LLVMInstructionRemoveFromParent(instruction.value().raw());
        try (BytePointer text = Utf8.encode(name)) {
            LLVMInsertIntoBuilderWithName(builder.raw(), instruction.value().raw(), text);
        }
    }
}
