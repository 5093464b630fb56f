package io.github.offload4j.codegen.flow;

/**
 * What code may do with some memory. What is not known to the last use is everything: there is no third case, so that nobody
 * can take a part of the truth for all of it.
 */
public sealed interface MemoryUse {
    /** Returns whether the code may read the memory. */
    boolean mayRead();

    /** Returns whether the code may write the memory. */
    boolean mayWrite();

    /**
     * Every use of the pointer, and of all that is derived from it, was understood.
     *
     * @param mayRead whether one of them may read
     * @param mayWrite whether one of them may write
     */
    record Complete(boolean mayRead, boolean mayWrite) implements MemoryUse {}

    /** Some use was not followed, so anything may happen to the memory. */
    record Anything() implements MemoryUse {
        @Override
        public boolean mayRead() {
            return true;
        }

        @Override
        public boolean mayWrite() {
            return true;
        }
    }

    /** Returns what either of two pieces of code may do. */
    default MemoryUse or(MemoryUse other) {
        return this instanceof Complete && other instanceof Complete
                ? new Complete(mayRead() || other.mayRead(), mayWrite() || other.mayWrite())
                : new Anything();
    }
}
