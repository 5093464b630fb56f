package io.github.offload4j.runtime.embedded.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.TaskLayout;
import io.github.offload4j.runtime.binding.TaskArguments.Dependence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskQueueTest {
    private static final long X = 64;
    private static final long Y = 128;

    private final TaskQueue queue = new TaskQueue();
    private final List<Long> ran = new ArrayList<>();

    private static Dependence in(long address) {
        return new Dependence(address, TaskLayout.IN);
    }

    private static Dependence inout(long address) {
        return new Dependence(address, TaskLayout.INOUT);
    }

    private void add(long name, Dependence... dependences) {
        queue.add(name, Optional.empty(), List.of(dependences));
    }

    private void waitForAll() {
        queue.runAll(task -> ran.add(task.memory()));
    }

    @Test
    void nothingRunsBeforeTheWait() {
        add(1);
        assertThat(ran).isEmpty();
        assertThat(queue.pending()).hasSize(1);
        waitForAll();
        assertThat(queue.pending()).isEmpty();
    }

    @Test
    void whatIsIndependentRunsTheOtherWayRound() {
        add(1, inout(X));
        add(2, inout(Y));
        add(3);
        waitForAll();
        assertThat(ran).containsExactly(3L, 2L, 1L);
    }

    @Test
    void readersFollowTheWriterAndTheNextWriterFollowsThem() {
        add(1, inout(X));
        add(2, in(X));
        add(3, in(X));
        add(4, inout(X));
        waitForAll();
        assertThat(ran).containsExactly(1L, 3L, 2L, 4L);
    }

    @Test
    void aWaitForAnAddressLeavesTheOthers() {
        add(1, inout(X));
        add(2, inout(Y));
        add(3, inout(X), inout(Y));
        add(4, inout(Y));
        queue.runBefore(List.of(in(X)), task -> ran.add(task.memory()));
        assertThat(ran).containsExactly(2L, 1L, 3L);
        waitForAll();
        assertThat(ran).containsExactly(2L, 1L, 3L, 4L);
    }

    @Test
    void aWaitThatReadsLeavesReaders() {
        add(1, in(X));
        queue.runBefore(List.of(in(X)), task -> ran.add(task.memory()));
        assertThat(ran).isEmpty();
        queue.runBefore(List.of(inout(X)), task -> ran.add(task.memory()));
        assertThat(ran).containsExactly(1L);
    }

    @Test
    void aTaskWaitsForThoseOfItsOwn() {
        add(1);
        add(2);
        queue.runAll(task -> {
            ran.add(task.memory());
            if (task.memory() == 2) {
                add(3);
                queue.runAll(inner -> ran.add(inner.memory()));
            }
        });
        assertThat(ran).containsExactly(2L, 3L, 1L);
    }

    @Test
    void whatIsDroppedNeverRuns() {
        add(1, inout(X));
        assertThat(queue.drop()).hasSize(1);
        add(2, in(X));
        waitForAll();
        assertThat(ran).containsExactly(2L);
    }
}
