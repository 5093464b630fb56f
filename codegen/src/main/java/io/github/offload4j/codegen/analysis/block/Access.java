package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.ir.Step;

/**
 * An access to shared memory whose place is known.
 *
 * @param thread that does it
 * @param epoch how often the thread has met its warp
 * @param memory which variable
 * @param offset the first byte
 * @param step what does it
 * @param value what is written, when it is a known number
 * @param known whether it is
 */
record Access(int thread, int epoch, int memory, long offset, Step step, long value, boolean known) {
    boolean writes() {
        return step.kind() == Step.Kind.STORE;
    }

    int bytes() {
        return step.bits();
    }

    /** Returns whether two writes leave the same. */
    boolean leavesWhat(Access other) {
        return known && other.known && value == other.value && offset == other.offset && bytes() == other.bytes();
    }
}
