package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;

/**
 * Loops of NVIDIA's GPUs that are closed by one jump. LLVM counts until a counter is equal to its end and names the way out
 * first, of which its back end makes a jump out and one back; {@code ptxas} unrolls no loop that is closed by two.
 */
final class LoopBranches {
    private LoopBranches() {}

    /** Names the way back first wherever a block repeats itself until two numbers are equal. */
    static void backFirst(IrModule module) {
        module.functions().stream()
                .flatMap(function -> function.blocks().stream())
                .flatMap(block -> block.terminator().stream())
                .filter(LoopBranches::leavesWhenEqual)
                .forEach(end -> invert(end, module));
    }

    private static boolean leavesWhenEqual(IrInstruction end) {
        return end.opcode() == Opcode.BRANCH
                && end.successors().size() == 2
                && end.successors().get(1).equals(end.block())
                && end.operand(0)
                        .asInstruction()
                        .flatMap(IrInstruction::comparison)
                        .filter(comparison -> comparison == Comparison.EQUAL)
                        .isPresent();
    }

    private static void invert(IrInstruction end, IrModule module) {
        IrInstruction equal = end.operand(0).asInstruction().orElseThrow();
        try (IrBuilder builder = IrBuilder.before(end, module.context())) {
            IrValue differ = builder.compare(Comparison.NOT_EQUAL, equal.operand(0), equal.operand(1), "");
            end.setOperand(0, differ);
        }
        IrBlock out = end.successors().get(0);
        end.setSuccessor(0, end.successors().get(1));
        end.setSuccessor(1, out);
    }
}
