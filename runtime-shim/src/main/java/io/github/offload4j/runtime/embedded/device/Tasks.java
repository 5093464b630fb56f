package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.binding.TaskArguments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks of all threads that have not run. Each thread sees its own, as in LLVM's OpenMP library. */
final class Tasks {
    private final Map<Thread, TaskQueue> queues = new ConcurrentHashMap<>();

    /** Returns those of this thread. */
    TaskQueue ofThread() {
        return queues.computeIfAbsent(Thread.currentThread(), missing -> new TaskQueue());
    }

    /** Returns the sites in words that this thread has spawned and that have not run. */
    List<String> pendingOfThread() {
        TaskQueue queue = queues.get(Thread.currentThread());
        return queue == null ? List.of() : describe(queue.pending());
    }

    /** Forgets what this thread has spawned. */
    void dropOfThread() {
        TaskQueue queue = queues.remove(Thread.currentThread());
        if (queue != null) {
            free(queue.drop());
        }
    }

    /** Forgets all tasks, and returns in words those that never ran, sorted: threads have no order. */
    List<String> dropAll() {
        List<Task> dropped =
                queues.values().stream().flatMap(queue -> queue.drop().stream()).toList();
        queues.clear();
        free(dropped);
        return describe(dropped).stream().sorted().toList();
    }

    private static List<String> describe(List<Task> tasks) {
        return tasks.stream()
                .map(task -> task.location().map(SourceLocation::toString).orElse("a place without debug information"))
                .toList();
    }

    private static void free(List<Task> tasks) {
        tasks.forEach(task -> TaskArguments.free(task.memory()));
    }
}
