package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.LoopMetadata;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.List;

/**
 * How often loops are unrolled whose counts are known at run time only. A thread of NVIDIA's GPUs waits for memory as often
 * as its loads are issued one behind the other, and LLVM unrolls by 8 where NVIDIA's own compiler does by 16 or 4.
 */
final class UnrollCounts {
    /** What turns loops with constant counts into straight code, and the others into blocks that jump to themselves. */
    private static final String SIMPLIFY =
            "always-inline,function(sroa,early-cse,instcombine<no-verify-fixpoint>,simplifycfg,loop-mssa(loop-rotate),"
                    + "loop-unroll<O3;no-partial;no-runtime;no-upperbound;no-peeling>,sroa,"
                    + "instcombine<no-verify-fixpoint>,simplifycfg)";

    /** Instructions, phi nodes apart, of bodies that are unrolled by the larger and the smaller count. */
    private static final int SHORT = 20;

    private static final int LONG = 512;

    private static final int OFTEN = 16;
    private static final int RARELY = 4;

    private UnrollCounts() {}

    /** Asks for loops to be unrolled, before LLVM's own pipeline runs; loops of which the source says something keep it. */
    static void choose(IrModule module, TargetMachine machine, Architecture architecture, OptimizationLevel level) {
        if (architecture != Architecture.NVPTX64 || level != OptimizationLevel.O3) {
            return;
        }
        machine.runPasses(module.raw(), SIMPLIFY);
        for (IrFunction function : module.functions()) {
            for (IrBlock block : function.blocks()) {
                block.terminator()
                        .filter(branch -> isCounted(branch, block))
                        .ifPresent(branch -> choose(branch, module));
            }
        }
    }

    /** Says how many loops are left as they are because their front end wants it so. */
    static void tellOfForbidden(IrModule module, KernelNotes notes) {
        long loops = module.functions().stream()
                .flatMap(function -> function.blocks().stream())
                .flatMap(block -> block.terminator().stream())
                .filter(branch -> LoopMetadata.forbidsUnrolling(branch, module.context()))
                .count();
        if (loops > 0) {
            notes.ofIr(
                    loops + (loops == 1 ? " loop is" : " loops are")
                            + " not unrolled, as the IR forbids it; compilers' -O1 does that to every loop: give it -O2, or none");
        }
    }

    private static void choose(IrInstruction branch, IrModule module) {
        List<IrInstruction> body = branch.block().instructions().stream()
                .filter(instruction -> instruction.opcode() != Opcode.PHI)
                .toList();
        boolean loads = body.stream().anyMatch(instruction -> instruction.opcode() == Opcode.LOAD);
        boolean calls = body.stream()
                .anyMatch(instruction -> instruction.isCall()
                        && instruction
                                .calledFunction()
                                .filter(IrFunction::isIntrinsic)
                                .isEmpty());
        if (loads && !calls && body.size() <= LONG) {
            LoopMetadata.unroll(branch, body.size() <= SHORT ? OFTEN : RARELY, module.context());
        }
    }

    /** Returns whether a block repeats itself until a counter of its own reaches what it does not change. */
    private static boolean isCounted(IrInstruction branch, IrBlock block) {
        List<IrBlock> next = branch.successors();
        if (branch.opcode() != Opcode.BRANCH
                || next.size() != 2
                || next.get(0).equals(next.get(1))
                || !next.contains(block)) {
            return false;
        }
        return branch.operand(0)
                .asInstruction()
                .filter(compare ->
                        compare.opcode() == Opcode.COMPARE && compare.block().equals(block))
                // a constant number of rounds is LLVM's to unroll, which may make values of private arrays
                .filter(compare -> isIn(block, compare.operand(0))
                        && !isIn(block, compare.operand(1))
                        && !compare.operand(1).isConstantInteger())
                .isPresent();
    }

    private static boolean isIn(IrBlock block, IrValue value) {
        return value.asInstruction()
                .filter(instruction -> instruction.block().equals(block))
                .isPresent();
    }
}
