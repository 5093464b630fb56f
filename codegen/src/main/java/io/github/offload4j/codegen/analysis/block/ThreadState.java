package io.github.offload4j.codegen.analysis.block;

/** Where a thread stands, and what is known of its values. */
final class ThreadState {
    enum Status {
        /** It goes on. */
        RUNNING,
        /** It waits for others, at its step. */
        WAITING,
        /** It has left the kernel. */
        DONE,
        /** What it does is not known. */
        LOST
    }

    final int number;
    final long[] values;
    final int[] marks;
    Status status = Status.RUNNING;
    int block;
    int step;
    int epoch;

    ThreadState(int number, int values) {
        this.number = number;
        this.values = new long[values];
        this.marks = new int[values];
    }

    /** Makes a thread that knows what another one does. */
    ThreadState(int number, ThreadState known) {
        this.number = number;
        this.values = known.values.clone();
        this.marks = known.marks.clone();
    }

    /** Returns whether it stands where another thread does. */
    boolean isAt(ThreadState other) {
        return block == other.block && step == other.step;
    }

    boolean is(Status other) {
        return status == other;
    }

    void set(int value, int mark, long content) {
        if (value >= 0) {
            marks[value] = mark;
            values[value] = content;
        }
    }
}
