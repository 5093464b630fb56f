package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task that was handed over and has not run.
 *
 * @param number tasks of a thread are counted in the order in which they are handed over
 * @param memory the task's memory, which its function gets and which is freed when it has run
 * @param location where the user wrote the site
 * @param parent the task that has handed it over, or nothing
 * @param before the tasks that it follows
 */
record Task(
        long number,
        long memory,
        Optional<SourceLocation> location,
        @Nullable Task parent,
        Set<Task> before) {
    /** Tasks are the same when they have the same number, on their thread. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Task task && task.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
