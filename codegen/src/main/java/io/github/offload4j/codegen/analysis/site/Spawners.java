package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.Comparator;
import java.util.List;

/** Who makes tasks of the OpenMP library that run a function. */
public final class Spawners {
    private static final int ROUTINE = 5;

    private Spawners() {}

    /** Returns whether an instruction makes a task for a device. */
    public static boolean makesTask(IrInstruction instruction) {
        return instruction.isCall()
                && instruction.arguments().size() > ROUTINE
                && instruction
                        .calledFunction()
                        .filter(callee -> callee.name().equals(RuntimeFunction.TASK_ALLOCATE.symbol()))
                        .isPresent();
    }

    /** Returns the instructions that make tasks which run a function. */
    public static List<IrInstruction> of(IrFunction routine) {
        return routine.value().users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .filter(user -> makesTask(user) && user.arguments().get(ROUTINE).equals(routine.value()))
                .toList();
    }

    /** Returns the names of the functions that make tasks which run a function, sorted. */
    public static List<String> names(IrFunction routine) {
        return of(routine).stream()
                .map(task -> task.function().name())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
