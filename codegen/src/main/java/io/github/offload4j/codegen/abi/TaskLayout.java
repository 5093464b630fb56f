package io.github.offload4j.codegen.abi;

/** What LLVM's OpenMP library lays down for tasks of the host, in bytes for 64-bit targets; the same from 19 to 22. */
public final class TaskLayout {
    /** The library's own part of a task, {@code kmp_task_t}; what the task takes with it follows. */
    public static final int TASK_BYTES = 40;

    /** What the memory of a task is aligned to. */
    public static final int TASK_ALIGNMENT = 8;

    /** Flags of a task: tied. The library makes target tasks untied itself. */
    public static final int FLAGS = 1;

    /** The size of a {@code kmp_depend_info}. */
    public static final int DEPENDENCE_BYTES = 24;

    /** Where a dependence has its address, a number of 64 bits. */
    public static final int DEPENDENCE_ADDRESS = 0;

    /** Where a dependence has its length, 64 bits, which the library does not look at. */
    public static final int DEPENDENCE_LENGTH = 8;

    /** Where a dependence has its kind, 8 bits. */
    public static final int DEPENDENCE_KIND = 16;

    /** The kind of a dependence that follows the last one that changes. */
    public static final int IN = 1;

    /** The kind of a dependence that changes, and follows all before it. */
    public static final int INOUT = 3;

    private TaskLayout() {}
}
