package io.github.offload4j.runtime.nativecode;

/** Java code that compiled code calls. */
@FunctionalInterface
public interface UpcallHandler {
    /**
     * Takes a call. An exception stops the program that made it.
     *
     * @param arguments one word an argument, normalised to its type
     * @return the result as a word; anything when there is none
     */
    long call(long[] arguments);
}
