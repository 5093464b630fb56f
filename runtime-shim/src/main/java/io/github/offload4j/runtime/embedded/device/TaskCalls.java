package io.github.offload4j.runtime.embedded.device;

import static io.github.offload4j.runtime.nativecode.NativeType.I32;
import static io.github.offload4j.runtime.nativecode.NativeType.POINTER;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.runtime.binding.ReportText;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.binding.TaskArguments;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.UpcallHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of LLVM's OpenMP library that asynchronous sites call. */
final class TaskCalls {
    private static final CallSignature ROUTINE = CallSignature.of(I32, I32, POINTER);

    private final Tasks tasks;
    private final Map<String, RuntimeSymbol> methods;

    TaskCalls(Tasks tasks) {
        this.tasks = tasks;
        this.methods = Map.of(
                RuntimeFunction.THREAD_NUMBER.symbol(), method(RuntimeFunction.THREAD_NUMBER, words -> 0),
                RuntimeFunction.TASK_ALLOCATE.symbol(), method(RuntimeFunction.TASK_ALLOCATE, TaskArguments::allocate),
                RuntimeFunction.TASK.symbol(), method(RuntimeFunction.TASK, words -> add(words, List.of())),
                RuntimeFunction.TASK_DEPENDENT.symbol(),
                        method(
                                RuntimeFunction.TASK_DEPENDENT,
                                words -> add(words, TaskArguments.dependencesAt(words, 3))),
                RuntimeFunction.TASK_WAIT.symbol(),
                        method(RuntimeFunction.TASK_WAIT, words -> {
                            tasks.ofThread().runAll(this::run);
                            return 0;
                        }),
                RuntimeFunction.TASK_WAIT_DEPENDENT.symbol(),
                        method(RuntimeFunction.TASK_WAIT_DEPENDENT, words -> {
                            tasks.ofThread().runBefore(TaskArguments.dependencesAt(words, 2), this::run);
                            return 0;
                        }));
    }

    private static RuntimeSymbol method(RuntimeFunction function, UpcallHandler handler) {
        return new RuntimeSymbol.Method(CallSignature.of(function), handler);
    }

    Optional<RuntimeSymbol> find(String symbol) {
        return Optional.ofNullable(methods.get(symbol));
    }

    private long add(long[] words, List<TaskArguments.Dependence> dependences) {
        tasks.ofThread().add(words[2], ReportText.location(words[0]), dependences);
        return 0;
    }

    private void run(Task task) {
        try {
            NativeCalls.callProgram(ROUTINE, TaskArguments.code(task.memory()), 0, task.memory());
        } finally {
            TaskArguments.free(task.memory());
        }
    }
}
