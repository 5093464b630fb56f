package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.runtime.binding.TaskArguments.Dependence;
import io.github.offload4j.runtime.binding.TaskOrder;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on daemon threads, in the order that their dependences ask for. A thread sees what it has added itself, and so
 * does a task; whoever waits gets the first failure of what it waited for.
 */
final class TaskPool {
    /** As many as LLVM's OpenMP library has by default. */
    private static final int MOST_WORKERS = 8;

    private final Deque<Node> ready = new ArrayDeque<>();
    private final Map<Object, Family> families = new HashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // a thread may be at a task of one pool, and wait for those of another
    private final ThreadLocal<@Nullable Node> running = new ThreadLocal<>();

    private int unfinished;
    private long changes;
    private int workers;
    private int idle;

    /** A task. */
    private static final class Node {
        private final Object parent;
        private final Runnable work;
        private final Set<Node> after = new LinkedHashSet<>();
        private int before;
        private boolean done;
        private @Nullable RuntimeException failure;

        Node(Object parent, Runnable work) {
            this.parent = parent;
            this.work = work;
        }
    }

    /** What one thread or task has added and not waited for, and whom the next of these have to follow. */
    private static final class Family {
        private final Set<Node> members = new LinkedHashSet<>();
        private final TaskOrder<Node> order = new TaskOrder<>();
    }

    private Object self() {
        Node task = running.get();
        return task == null ? Thread.currentThread() : task;
    }

    /** Adds a task, which may begin at once. */
    synchronized void add(List<Dependence> dependences, Runnable work) {
        Node node = new Node(self(), work);
        Family family = families.computeIfAbsent(node.parent, none -> new Family());
        for (Node earlier : family.order.before(dependences)) {
            if (!earlier.done && earlier.after.add(node)) {
                node.before++;
            }
        }
        family.members.add(node);
        family.order.add(node, dependences);
        unfinished++;
        if (node.before == 0) {
            start(node);
        }
    }

    private void start(Node node) {
        ready.add(node);
        if (idle == 0 && workers < MOST_WORKERS) {
            workers++;
            Thread worker = new Thread(this::work, "offload4j-task-" + workers);
            worker.setDaemon(true);
            worker.start();
        }
        changed();
    }

    private void work() {
        while (true) {
            runNext(take());
        }
    }

    private synchronized Node take() {
        idle++;
        while (ready.isEmpty()) {
            pause();
        }
        idle--;
        return ready.remove();
    }

    private void runNext(Node node) {
        Node outer = running.get();
        running.set(node);
        try {
            node.work.run();
        } catch (RuntimeException failure) {
            node.failure = failure;
        } finally {
            running.set(outer);
            finished(node);
        }
    }

    private synchronized void finished(Node node) {
        node.done = true;
        unfinished--;
        families.remove(node);
        for (Node next : node.after) {
            next.before--;
            if (next.before == 0) {
                start(next);
            }
        }
        changed();
    }

    /** Waits for all that this thread, or task, has added. */
    void awaitAll() {
        Family family;
        synchronized (this) {
            family = families.remove(self());
        }
        if (family != null) {
            await(family.members);
        }
    }

    /** Waits for those that a task with some dependences would follow. */
    void await(List<Dependence> dependences) {
        Set<Node> wanted;
        synchronized (this) {
            Family family = families.get(self());
            wanted = family == null ? Set.of() : family.order.before(dependences);
        }
        await(wanted);
    }

    private void await(Collection<Node> nodes) {
        for (Node node : nodes) {
            while (!isDone(node)) {
                helpOrPause(node);
            }
        }
        for (Node node : nodes) {
            RuntimeException failure = node.failure;
            if (failure != null) {
                node.failure = null;
                throw failure;
            }
        }
    }

    private synchronized boolean isDone(Node node) {
        return node.done;
    }

    /** A task that waits for tasks of its own must not keep the thread that these need. */
    private void helpOrPause(Node awaited) {
        Node next = null;
        synchronized (this) {
            if (running.get() != null) {
                next = ready.poll();
            }
            if (next == null && !awaited.done) {
                pause();
            }
        }
        if (next != null) {
            runNext(next);
        }
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** Waits for a change; an interrupt is kept for whoever wants it, since native code that waits knows none. */
    private synchronized void pause() {
        long seen = changes;
        boolean interrupted = false;
        while (changes == seen) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nothing is left to run, and forgets what nobody has waited for. */
    synchronized void finish() {
        while (unfinished > 0) {
            pause();
        }
        families.clear();
    }
}
