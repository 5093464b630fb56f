package io.github.offload4j.runtime.trace;

/**
 * Is told what a program does.
 *
 * <p>It is called on the thread that did it, right after it is done, and by several threads at once when the program runs
 * on several. An exception stops the program and comes out of the call that started it.
 */
@FunctionalInterface
public interface TraceListener {
    /** Listens to nothing. */
    TraceListener NONE = event -> {};

    /** Takes one event. */
    void accept(OffloadEvent event);
}
