package io.github.offload4j.codegen.device;

import java.util.function.Consumer;

/**
 * Who is told what is done to kernels so that they fit a device.
 *
 * @param listener gets a line for each thing
 * @param seen whether somebody knows the IR; otherwise a compiler has just made it of sources
 */
record KernelNotes(Consumer<String> listener, boolean seen) {
    /** Returns notes that nobody hears. */
    static KernelNotes silent() {
        return new KernelNotes(note -> {}, false);
    }

    /** Tells of what the source says, or its author asks for. */
    void ofSource(String note) {
        listener.accept(note);
    }

    /** Tells of what a compiler has made of the source. */
    void ofIr(String note) {
        if (seen) {
            listener.accept(note);
        }
    }
}
