package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.binding.TaskArguments.Dependence;
import io.github.offload4j.runtime.binding.TaskOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one thread that have not run. They run when the thread waits for them, and no earlier: a program that uses
 * results too early, or takes memory away too early, is wrong every time and not only when it is unlucky. Of those that may
 * run the one that was handed over last comes first, so that what is missing between two of them shows as well.
 */
final class TaskQueue {
    private final List<Task> pending = new ArrayList<>();
    private final TaskOrder<Task> order = new TaskOrder<>();
    private long numbers;
    private @Nullable Task running;

    /** Adds a task. */
    void add(long memory, Optional<SourceLocation> location, List<Dependence> dependences) {
        Set<Task> before = before(dependences);
        Task task = new Task(++numbers, memory, location, running, before);
        order.add(task, dependences);
        pending.add(task);
    }

    /** Returns the tasks, of those that have not run, that one with some dependences follows. */
    private Set<Task> before(List<Dependence> dependences) {
        Set<Task> before = order.before(dependences);
        before.retainAll(pending);
        return before;
    }

    /** Runs all tasks of whoever runs now. */
    void runAll(Consumer<Task> run) {
        Task parent = running;
        runWhile(task -> Objects.equals(task.parent(), parent), run);
    }

    /** Runs the tasks that one with some dependences would follow, and those that these follow. */
    void runBefore(List<Dependence> dependences, Consumer<Task> run) {
        Set<Task> wanted = new HashSet<>();
        before(dependences).forEach(task -> addWithOthers(task, wanted));
        runWhile(wanted::contains, run);
    }

    private static void addWithOthers(Task task, Set<Task> all) {
        if (all.add(task)) {
            task.before().forEach(earlier -> addWithOthers(earlier, all));
        }
    }

    private void runWhile(Predicate<Task> wanted, Consumer<Task> run) {
        for (Optional<Task> next = next(wanted); next.isPresent(); next = next(wanted)) {
            Task task = next.get();
            pending.remove(task);
            Task outer = running;
            running = task;
            try {
                run.accept(task);
            } finally {
                running = outer;
            }
        }
        if (pending.isEmpty()) {
            order.clear();
        }
    }

    private Optional<Task> next(Predicate<Task> wanted) {
        for (int i = pending.size() - 1; i >= 0; i--) {
            Task task = pending.get(i);
            if (wanted.test(task) && task.before().stream().noneMatch(pending::contains)) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    /** Returns the tasks that have not run. */
    List<Task> pending() {
        return List.copyOf(pending);
    }

    /** Forgets the tasks that have not run, and returns them. */
    List<Task> drop() {
        List<Task> dropped = List.copyOf(pending);
        pending.clear();
        order.clear();
        running = null;
        return dropped;
    }
}
