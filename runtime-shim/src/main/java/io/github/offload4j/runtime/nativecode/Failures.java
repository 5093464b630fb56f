package io.github.offload4j.runtime.nativecode;

/** What becomes of exceptions that wait on the Java side of native frames. */
final class Failures {
    private Failures() {}

    /** Throws it, unchecked exceptions and errors as they are. */
    static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(failure);
    }

    /** Hands it to the thread's handler for uncaught exceptions. */
    static void report(Throwable failure) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
}
