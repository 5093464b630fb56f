package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.Computation;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.ParallelLoops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of loops over work-items that the order of the rounds does not matter: between two places where all meet, no work-item
 * may read what another one writes, unless both do so by atomic accesses. Where there are such, or fences, or calls that
 * nothing is known of, nothing is said.
 */
public final class ParallelAccesses {
    private ParallelAccesses() {}

    /** Marks the loops around a region, and what they repeat. */
    static void mark(List<IrBlock> region, ItemLoop loop, IrContext context) {
        List<IrBlock> blocks = new ArrayList<>(region);
        blocks.add(loop.body());
        mark(blocks, context).ifPresent(group -> loop.branches().forEach(group::close));
    }

    /**
     * Marks what loops repeat.
     *
     * @return the group that the loops are to be closed with, or nothing where nothing may be said
     */
    public static Optional<ParallelLoops> mark(List<IrBlock> blocks, IrContext context) {
        List<IrInstruction> accesses = new ArrayList<>();
        for (IrBlock block : blocks) {
            for (IrInstruction instruction : block.instructions()) {
                if (isPlain(instruction)) {
                    accesses.add(instruction);
                } else if (!isHarmless(instruction)) {
                    return Optional.empty();
                }
            }
        }
        ParallelLoops group = ParallelLoops.group(context);
        accesses.stream().filter(access -> !isOfSlot(access)).forEach(group::add);
        return Optional.of(group);
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
        IrValue place = access.operand(access.opcode() == Opcode.STORE ? 1 : 0);
        Optional<IrInstruction> computed = place.asInstruction();
        while (computed.filter(i -> i.opcode() == Opcode.ELEMENT_ADDRESS).isPresent()) {
            computed = computed.orElseThrow().operand(0).asInstruction();
        }
        return computed.filter(i -> i.opcode() == Opcode.ALLOCA).isPresent();
    }
}
