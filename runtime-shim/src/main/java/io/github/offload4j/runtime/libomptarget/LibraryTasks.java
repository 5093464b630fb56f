package io.github.offload4j.runtime.libomptarget;

import static io.github.offload4j.runtime.nativecode.NativeType.I32;
import static io.github.offload4j.runtime.nativecode.NativeType.POINTER;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.runtime.binding.OpenMpSignatures;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.binding.TaskArguments;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.UpcallHandler;
import java.util.List;
import java.util.Optional;

/**
 * Asynchronous sites of programs in this process. Their tasks run on threads of the JVM, each waiting for the device as any
 * thread does: a thread of LLVM's OpenMP library that has once called Java could not end after the JVM has.
 */
final class LibraryTasks {
    private static final CallSignature ROUTINE = CallSignature.of(I32, I32, POINTER);
    private static final int THREAD = 0;

    private final LibomptargetBinding runtime;
    private final TaskPool pool = new TaskPool();

    LibraryTasks(LibomptargetBinding runtime) {
        this.runtime = runtime;
    }

    /** Returns what a program calls in place of a function of the library, or nothing when it calls that itself. */
    Optional<RuntimeSymbol> find(String symbol) {
        for (RuntimeFunction function : RuntimeFunction.values()) {
            if (symbol.equals(function.symbol())) {
                return handler(function).map(handler -> new RuntimeSymbol.Method(CallSignature.of(function), handler));
            }
        }
        return Optional.empty();
    }

    private Optional<UpcallHandler> handler(RuntimeFunction function) {
        return switch (function) {
            case THREAD_NUMBER -> Optional.of(words -> THREAD);
            case TASK_ALLOCATE -> Optional.of(TaskArguments::allocate);
            case TASK -> Optional.of(words -> spawn(words, List.of()));
            case TASK_DEPENDENT -> Optional.of(words -> spawn(words, TaskArguments.dependencesAt(words, 3)));
            case TASK_WAIT ->
                Optional.of(words -> {
                    pool.awaitAll();
                    return 0;
                });
            case TASK_WAIT_DEPENDENT ->
                Optional.of(words -> {
                    pool.await(TaskArguments.dependencesAt(words, 2));
                    return 0;
                });
            default -> Optional.empty();
        };
    }

    private long spawn(long[] words, List<TaskArguments.Dependence> dependences) {
        long task = words[2];
        // the default device is a thread's own, and a task has its spawner's
        long device =
                runtime.call(CallSignature.of(RuntimeFunction.DEFAULT_DEVICE), RuntimeFunction.DEFAULT_DEVICE.symbol());
        pool.add(dependences, () -> {
            try {
                runtime.call(OpenMpSignatures.SET_DEFAULT_DEVICE, "omp_set_default_device", device);
                NativeCalls.callProgram(ROUTINE, TaskArguments.code(task), THREAD, task);
            } finally {
                TaskArguments.free(task);
            }
        });
        return 0;
    }

    /** Waits until no task of any thread runs any more, or will; what failed in one is nobody's any more. */
    void finish() {
        pool.finish();
    }
}
