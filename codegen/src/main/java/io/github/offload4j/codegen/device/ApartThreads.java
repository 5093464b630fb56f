package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.NaturalLoop;
import io.github.offload4j.codegen.device.block.ParallelAccesses;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.ParallelLoops;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a kernel whose threads do not wait for each other, so that LLVM makes vectors of them.
 *
 * @param accesses closes loops over threads whose order does not matter, where that is so
 * @param row what the loop over a row of threads repeats, where the threads of several blocks are one row; where their order
 *     matters, only of blocks that are rows of threads themselves
 * @param loops runs threads of such a row, where they have loops of their own
 */
record ApartThreads(Optional<ParallelLoops> accesses, Optional<RowGuards> row, Optional<HostRow> loops) {
    private static final String SIMPLIFY =
            "sroa,early-cse<memssa>,instcombine<no-verify-fixpoint>,simplifycfg,early-cse<memssa>,simplifycfg";

    /** Loops with constant counts become straight code, and the others are left by their last block. */
    private static final String SIMPLIFY_LOOPS = "loop-mssa(loop-rotate),"
            + "loop-unroll<O3;no-partial;no-runtime;no-upperbound;no-peeling>,sroa,early-cse<memssa>,"
            + "instcombine<no-verify-fixpoint>,simplifycfg,loop-simplify";

    /** Nothing is known. */
    static final ApartThreads UNKNOWN = new ApartThreads(Optional.empty(), Optional.empty(), Optional.empty());

    /** Looks at a kernel, into which everything has been inlined, and gets it ready. */
    static ApartThreads of(IrFunction kernel, IrModule module, TargetMachine machine, OptimizationLevel level) {
        if (level.compareTo(OptimizationLevel.O2) < 0) {
            return UNKNOWN;
        }
        machine.runPasses(kernel, SIMPLIFY);
        if (!NaturalLoop.innermost(kernel).isEmpty()) {
            machine.runPasses(kernel, SIMPLIFY_LOOPS);
        }
        Optional<ParallelLoops> accesses =
                slotsAreTheirOwn(kernel) ? ParallelAccesses.mark(kernel.blocks(), module.context()) : Optional.empty();
        Set<RowFunction> ways = RowIndex.replace(kernel, module);
        if (ways.isEmpty()) {
            return new ApartThreads(accesses, Optional.empty(), Optional.empty());
        }
        RowGuards guards = RowGuards.takeFrom(kernel, ways, module.context());
        Optional<HostRow> loops = accesses.isPresent() ? HostRow.of(kernel, ways, module, machine) : Optional.empty();
        return new ApartThreads(accesses, Optional.of(guards), loops);
    }

    /** Returns whether stack slots, which all threads use in turns, are reached in no way that is not looked at. */
    private static boolean slotsAreTheirOwn(IrFunction kernel) {
        return kernel.instructions().stream()
                .filter(instruction -> instruction.opcode() == Opcode.ALLOCA)
                .allMatch(slot -> isOnlyAccessed(slot.value()));
    }

    private static boolean isOnlyAccessed(IrValue place) {
        return place.users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .allMatch(user -> switch (user.opcode()) {
                    case LOAD -> true;
                    case STORE -> !user.operand(0).equals(place);
                    case ELEMENT_ADDRESS -> isOnlyAccessed(user.value());
                    default -> false;
                });
    }
}
