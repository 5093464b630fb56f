package io.github.offload4j.codegen.option;

/**
 * How a thread of the host waits for a CUDA device. It holds for the whole process, whichever of its modules asks; other
 * devices have no such choice.
 */
public enum Synchronization {
    /** As the runtime has it: libomptarget lets the thread sleep until an interrupt wakes it. */
    DEFAULT,
    /** The thread asks again and again: it sees the end soonest, and keeps a core busy while it waits. */
    SPIN,
    /** Like {@link #SPIN}, but lets other threads of the core run in between. */
    YIELD
}
