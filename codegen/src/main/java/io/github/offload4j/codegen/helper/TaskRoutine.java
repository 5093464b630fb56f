package io.github.offload4j.codegen.helper;

import io.github.offload4j.codegen.ir.IrFunction;

/** The functions that tasks of asynchronous sites run, one for each. */
public final class TaskRoutine {
    private static final String PREFIX = ".offload_task.";

    private TaskRoutine() {}

    /** Returns the name of what a task of a site runs. */
    public static String name(String site) {
        return PREFIX + site;
    }

    /** Returns whether a function is what such a task runs, and not one of another compiler's. */
    public static boolean is(IrFunction function) {
        return function.name().startsWith(PREFIX);
    }
}
