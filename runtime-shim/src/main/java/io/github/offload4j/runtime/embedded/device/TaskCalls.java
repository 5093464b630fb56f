package io.github.offload4j.runtime.embedded.device;

import static io.github.offload4j.runtime.nativecode.NativeType.I32;
import static io.github.offload4j.runtime.nativecode.NativeType.POINTER;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.TaskLayout;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.binding.SourceText;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.nativecode.UpcallHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of LLVM's OpenMP library that asynchronous sites call. */
final class TaskCalls {
    private static final CallSignature ROUTINE = CallSignature.of(I32, I32, POINTER);
    private static final int SHARED = 0;
    private static final int CODE = Long.BYTES;

    private final Tasks tasks;
    private final Map<String, RuntimeSymbol> methods;

    TaskCalls(Tasks tasks) {
        this.tasks = tasks;
        this.methods = Map.of(
                RuntimeFunction.THREAD_NUMBER.symbol(), method(RuntimeFunction.THREAD_NUMBER, words -> 0),
                RuntimeFunction.TASK_ALLOCATE.symbol(), method(RuntimeFunction.TASK_ALLOCATE, TaskCalls::allocate),
                RuntimeFunction.TASK.symbol(), method(RuntimeFunction.TASK, words -> add(words, List.of())),
                RuntimeFunction.TASK_DEPENDENT.symbol(),
                        method(RuntimeFunction.TASK_DEPENDENT, words -> add(words, dependences(words, 3))),
                RuntimeFunction.TASK_WAIT.symbol(),
                        method(RuntimeFunction.TASK_WAIT, words -> {
                            tasks.ofThread().runAll(this::run);
                            return 0;
                        }),
                RuntimeFunction.TASK_WAIT_DEPENDENT.symbol(),
                        method(RuntimeFunction.TASK_WAIT_DEPENDENT, words -> {
                            tasks.ofThread().runBefore(dependences(words, 2), this::run);
                            return 0;
                        }));
    }

    private static RuntimeSymbol method(RuntimeFunction function, UpcallHandler handler) {
        return new RuntimeSymbol.Method(CallSignature.of(function), handler);
    }

    Optional<RuntimeSymbol> find(String symbol) {
        return Optional.ofNullable(methods.get(symbol));
    }

    /** Location, thread, flags, bytes of the task, bytes that it shares, its function, device. */
    private static long allocate(long[] words) {
        long shared = (words[3] + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
        long memory = NativeMemory.allocate(shared + words[4]);
        NativeMemory.fill(memory, (byte) 0, shared + words[4]);
        NativeMemory.putLong(memory + SHARED, words[4] > 0 ? memory + shared : 0);
        NativeMemory.putLong(memory + CODE, words[5]);
        return memory;
    }

    private long add(long[] words, List<TaskQueue.Dependence> dependences) {
        tasks.ofThread().add(words[2], SourceText.location(words[0]), dependences);
        return 0;
    }

    private static List<TaskQueue.Dependence> dependences(long[] words, int at) {
        List<TaskQueue.Dependence> all = new ArrayList<>();
        read(words[at], words[at + 1], all);
        read(words[at + 2], words[at + 3], all);
        return all;
    }

    private static void read(long count, long list, List<TaskQueue.Dependence> all) {
        for (int i = 0; i < count; i++) {
            long one = list + (long) i * TaskLayout.DEPENDENCE_BYTES;
            int kind = NativeMemory.view(one + TaskLayout.DEPENDENCE_KIND, 1).get(0);
            all.add(new TaskQueue.Dependence(NativeMemory.getLong(one + TaskLayout.DEPENDENCE_ADDRESS), kind));
        }
    }

    private void run(Task task) {
        try {
            NativeCalls.callProgram(ROUTINE, NativeMemory.getLong(task.memory() + CODE), 0, task.memory());
        } finally {
            NativeMemory.free(task.memory());
        }
    }
}
