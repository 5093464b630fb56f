package io.github.offload4j.runtime.libomptarget;

import static io.github.offload4j.runtime.nativecode.NativeType.I32;
import static io.github.offload4j.runtime.nativecode.NativeType.POINTER;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.UpcallHandler;
import io.github.offload4j.runtime.nativecode.Upcalls;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Asynchronous sites of programs in this process, as tasks of the library. Their functions run on threads of the library's
 * own. What fails there is kept until somebody waits; and a program's code stays as long as one of its tasks may run.
 */
final class LibraryTasks {
    private static final CallSignature ROUTINE = CallSignature.of(I32, I32, POINTER);
    private static final int ROUTINE_WORD = 5;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 1;

    private final LibomptargetBinding runtime;
    private final Map<Long, Long> routines = new ConcurrentHashMap<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private int unfinished;
    private long entry;

    LibraryTasks(LibomptargetBinding runtime) {
        this.runtime = runtime;
    }

    /** Returns what a program calls in place of a function of the library, or nothing when it calls that itself. */
    Optional<RuntimeSymbol> find(String symbol) {
        for (RuntimeFunction function : RuntimeFunction.values()) {
            if (symbol.equals(function.symbol())) {
                return switch (function) {
                    case TASK_ALLOCATE -> method(function, this::allocate);
                    case TASK, TASK_DEPENDENT -> method(function, words -> spawn(function, words));
                    case TASK_WAIT, TASK_WAIT_DEPENDENT -> method(function, words -> await(function, words));
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private static Optional<RuntimeSymbol> method(RuntimeFunction function, UpcallHandler handler) {
        return Optional.of(new RuntimeSymbol.Method(CallSignature.of(function), handler));
    }

    private long call(RuntimeFunction function, long... words) {
        return runtime.call(CallSignature.of(function), function.symbol(), words);
    }

    private long allocate(long[] words) {
        long routine = words[ROUTINE_WORD];
        words[ROUTINE_WORD] = entry();
        long task = call(RuntimeFunction.TASK_ALLOCATE, words);
        routines.put(task, routine);
        return task;
    }

    private synchronized long entry() {
        if (entry == 0) {
            entry = Upcalls.permanent("offload4j.task", ROUTINE, this::run);
        }
        return entry;
    }

    private long spawn(RuntimeFunction function, long[] words) {
        synchronized (this) {
            unfinished++;
        }
        return call(function, words);
    }

    /** Runs a task, on whichever thread the library has chosen: thread, task. */
    private long run(long[] words) {
        @Nullable Long routine = routines.remove(words[1]);
        try {
            if (routine != null) {
                NativeCalls.callProgram(ROUTINE, routine, words);
            }
        } catch (RuntimeException failure) {
            failures.add(failure);
        } finally {
            synchronized (this) {
                unfinished--;
            }
        }
        return 0;
    }

    private long await(RuntimeFunction function, long[] words) {
        long result = call(function, words);
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    private synchronized boolean isDone() {
        return unfinished == 0;
    }

    /** Waits until no task of any thread runs any more, or will. */
    void finish() {
        if (isDone()) {
            return;
        }
        call(RuntimeFunction.TASK_WAIT, 0, call(RuntimeFunction.THREAD_NUMBER, 0));
        boolean interrupted = false;
        while (!isDone()) {
            try {
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
