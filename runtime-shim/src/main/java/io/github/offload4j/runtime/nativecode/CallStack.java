package io.github.offload4j.runtime.nativecode;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The calls from Java into compiled code that are under way on this thread, innermost last.
 *
 * <p>An exception may not unwind native frames. When Java code that a program called fails, the failure is kept in the
 * innermost call, and the stub through which the program called Java jumps ({@code longjmp}) to the place where that call
 * entered the program. Between the two lie compiled frames only, because every way through Java puts its own call on this
 * stack. The rest of the program does not run; memory and locks that its frames hold are lost. The call then throws the
 * failure.
 *
 * <p>Code that is not ours to abandon, such as the offload runtime itself, is entered through a call without a place to
 * jump to: it runs to its end, and then the failure is thrown.
 */
final class CallStack {
    private static final ThreadLocal<Deque<Call>> CALLS = ThreadLocal.withInitial(ArrayDeque::new);

    private CallStack() {}

    /** One call. */
    static final class Call {
        private final long jumpBuffer;
        private @Nullable Throwable failure;

        private Call(long jumpBuffer) {
            this.jumpBuffer = jumpBuffer;
        }
    }

    /**
     * Begins a call.
     *
     * @param jumpBuffer where a failure jumps to, or 0
     */
    static Call enter(long jumpBuffer) {
        Call call = new Call(jumpBuffer);
        CALLS.get().addLast(call);
        return call;
    }

    /** Ends the innermost call and throws what went wrong in it. */
    static void leave(Call call) {
        Deque<Call> calls = CALLS.get();
        calls.removeLast();
        if (calls.isEmpty()) {
            CALLS.remove();
        }
        if (call.failure != null) {
            Failures.rethrow(call.failure);
        }
    }

    /**
     * Keeps a failure of Java code that compiled code called.
     *
     * @return where to jump to, or 0 to go on
     */
    static long fail(Throwable failure) {
        Call call = CALLS.get().peekLast();
        if (call == null) {
            // A thread that the program made itself: nobody waits for it.
            CALLS.remove();
            Failures.report(failure);
            return 0;
        }
        if (call.failure == null) {
            call.failure = failure;
        } else if (call.failure != failure) {
            call.failure.addSuppressed(failure);
        }
        return call.jumpBuffer;
    }
}
