package io.github.offload4j.runtime.jit;

import org.jspecify.annotations.Nullable;

/** A Java method that a program calls, in place of a function of a library. */
@FunctionalInterface
public interface HostCallback {
    /**
     * Takes a call, on the thread that the program runs on. An exception stops the program and comes out of the call that
     * started it.
     *
     * @param arguments what the program passes
     * @return the result as the function's type asks for it, with Java's widening; null when there is none
     */
    @Nullable
    Object call(CallbackArguments arguments);
}
