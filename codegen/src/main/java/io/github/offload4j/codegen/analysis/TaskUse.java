package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.RuntimeState;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The instructions that a function may run while it has not waited for a task that it has made. */
final class TaskUse {
    private static final Set<String> WAITS =
            Set.of(RuntimeFunction.TASK_WAIT.symbol(), RuntimeFunction.TASK_WAIT_DEPENDENT.symbol());

    private final FunctionFacts facts;

    TaskUse(FunctionFacts facts) {
        this.facts = facts;
    }

    /**
     * Visits what may run behind an instruction and in front of a wait.
     *
     * @return whether the function may return, or calls what may wait, before one
     */
    boolean follow(IrInstruction spawn, Consumer<IrInstruction> visitor) {
        boolean left = false;
        List<IrInstruction> own = facts.flow().instructions(spawn.block());
        List<List<IrInstruction>> open = new ArrayList<>();
        open.add(own.subList(own.indexOf(spawn) + 1, own.size()));
        Set<IrBlock> seen = new HashSet<>();
        while (!open.isEmpty()) {
            for (IrInstruction instruction : open.remove(open.size() - 1)) {
                if (isCallOf(instruction, WAITS) || mayWait(instruction)) {
                    left |= mayWait(instruction);
                    break;
                }
                visitor.accept(instruction);
                left |= instruction.opcode() == Opcode.RETURN;
                if (instruction.isTerminator()) {
                    instruction.successors().stream()
                            .filter(seen::add)
                            .forEach(block -> open.add(facts.flow().instructions(block)));
                }
            }
        }
        return left;
    }

    private static boolean isCallOf(IrInstruction instruction, Set<String> symbols) {
        return instruction.isCall()
                && instruction
                        .calledFunction()
                        .filter(callee -> symbols.contains(callee.name()))
                        .isPresent();
    }

    /** Whatever is not known may wait. */
    private static boolean mayWait(IrInstruction instruction) {
        if (!instruction.isCall() || Helper.calledBy(instruction).isPresent()) {
            return false;
        }
        Optional<IrFunction> callee = instruction.calledFunction();
        return callee.isEmpty() || !isHarmless(callee.get());
    }

    private static boolean isHarmless(IrFunction callee) {
        return callee.isIntrinsic()
                || HostUse.isOfLibrary(callee)
                || RuntimeState.of(callee.name()) != RuntimeState.Role.NONE;
    }
}
