package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.Computation;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.ParallelLoops;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of loops over work-items that the order of the rounds does not matter: between two places where all meet, no work-item
 * may read what another one writes, unless both do so by atomic accesses. Where there are such, or fences, or calls that
 * nothing is known of, nothing is said.
 */
final class ParallelAccesses {
    private ParallelAccesses() {}

    /** Marks the loops around a region, and what they repeat. */
    static void mark(List<IrBlock> region, ItemLoop loop, IrContext context) {
        List<IrInstruction> accesses = new ArrayList<>();
        List<IrBlock> blocks = new ArrayList<>(region);
        blocks.add(loop.body());
        for (IrBlock block : blocks) {
            for (IrInstruction instruction : block.instructions()) {
                if (isPlain(instruction)) {
                    accesses.add(instruction);
                } else if (!isHarmless(instruction)) {
                    return;
                }
            }
        }
        ParallelLoops group = ParallelLoops.group(context);
        accesses.stream().filter(access -> !isOfSlot(access)).forEach(group::add);
        loop.branches().forEach(group::close);
    }

    private static boolean isPlain(IrInstruction instruction) {
        return (instruction.opcode() == Opcode.LOAD || instruction.opcode() == Opcode.STORE)
                && !instruction.isOrdered();
    }

    private static boolean isHarmless(IrInstruction instruction) {
        if (instruction.isCall()) {
            return Computation.isPure(instruction) || Computation.isMark(instruction);
        }
        return !instruction.isOrdered() && instruction.opcode() != Opcode.VARIADIC_ARGUMENT;
    }

    /** Returns whether an access is of what is kept once for all work-items, which all of them write alike. */
    private static boolean isOfSlot(IrInstruction access) {
        int address = access.opcode() == Opcode.STORE ? 1 : 0;
        return access.operand(address)
                .asInstruction()
                .filter(i -> i.opcode() == Opcode.ALLOCA)
                .isPresent();
    }
}
