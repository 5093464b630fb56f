package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.abi.TaskLayout;
import io.github.offload4j.runtime.binding.TaskArguments.Dependence;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the next task has to follow, by the addresses that those before it depend on: whoever reads follows the last one that
 * writes, and whoever writes also those that have read since. Not safe for use by two threads at once.
 *
 * @param <T> what stands for a task
 */
public final class TaskOrder<T> {
    private final Map<Long, Latest<T>> addresses = new HashMap<>();

    /** The last task that writes to an address, and those that read it since. */
    private static final class Latest<T> {
        private final Set<T> readers = new LinkedHashSet<>();
        private @Nullable T writer;
    }

    /** Returns the tasks that one with some dependences would follow, also those that are done. */
    public Set<T> before(List<Dependence> dependences) {
        Set<T> before = new LinkedHashSet<>();
        for (Dependence dependence : dependences) {
            Latest<T> latest = addresses.get(dependence.address());
            if (latest == null) {
                continue;
            }
            if (latest.writer != null) {
                before.add(latest.writer);
            }
            if (dependence.kind() != TaskLayout.IN) {
                before.addAll(latest.readers);
            }
        }
        return before;
    }

    /** Adds a task behind those there are. */
    public void add(T task, List<Dependence> dependences) {
        for (Dependence dependence : dependences) {
            Latest<T> latest = addresses.computeIfAbsent(dependence.address(), none -> new Latest<>());
            if (dependence.kind() == TaskLayout.IN) {
                latest.readers.add(task);
            } else {
                latest.readers.clear();
                latest.writer = task;
            }
        }
    }

    /** Forgets all tasks. */
    public void clear() {
        addresses.clear();
    }
}
