package io.github.offload4j.codegen.ir;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A step of LLVM's on a thread of its own: with room for code that recurses on what it is given, and with a way out when
 * LLVM gives up. LLVM tells whoever asked to be told, and ends the process when that returns; so it never does, and the
 * thread, whose frames hold on to what LLVM was working on, is left where it stands. The others take the next step.
 */
public final class GuardedStep<T> {
    private static final int LONGEST_MESSAGE = 300;

    /** A thread for each step would have memory of its own from the C library, which no other makes use of. */
    private static final Queue<Worker> IDLE = new ConcurrentLinkedQueue<>();

    private final Supplier<T> step;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable Throwable failure;
    private @Nullable String lastWords;

    private GuardedStep(Supplier<T> step) {
        this.step = step;
    }

    /**
     * Takes a step, and waits for its end.
     *
     * @throws OffloadException for {@link Reason#LLVM} when LLVM gave up: what the step was about must not be touched any
     *     more, nor disposed of
     */
    public static <T> T take(Supplier<T> step) {
        if (Thread.currentThread() instanceof Worker) {
            return step.get();
        }
        FatalErrors.listen();
        Worker idle = IDLE.poll();
        Worker worker = idle == null ? new Worker() : idle;
        GuardedStep<T> guarded = new GuardedStep<>(step);
        uninterrupted(() -> worker.steps.put(guarded));
        uninterrupted(guarded.over::await);
        if (guarded.lastWords == null) {
            IDLE.add(worker);
        }
        return guarded.outcome();
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, whoever waits gets it
    private void run() {
        try {
            result = step.get();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        over.countDown();
    }

    /** Ends the waiting, and never returns. */
    private void giveUp(String words) {
        lastWords = words;
        over.countDown();
        while (true) {
            LockSupport.park(this);
        }
    }

    private interface Wait {
        void await() throws InterruptedException;
    }

    /** The step cannot be interrupted, so neither is the waiting. */
    private static void uninterrupted(Wait wait) {
        boolean interrupted = false;
        while (true) {
            try {
                wait.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private T outcome() {
        if (lastWords != null) {
            throw new OffloadException(Reason.LLVM, "LLVM gave up: " + oneLine(lastWords));
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return Objects.requireNonNull(result, "the step has no result");
    }

    private static String oneLine(String words) {
        String line = words.strip().replaceAll("\\s*\\R\\s*", "; ");
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }

    /** A thread that takes one step after the other. */
    static final class Worker extends Thread {
        /** What types nested tens of thousands deep take; only what is touched is memory. */
        private static final long STACK_BYTES = 256L << 20;

        private final SynchronousQueue<GuardedStep<?>> steps = new SynchronousQueue<>();
        private volatile @Nullable GuardedStep<?> current;

        private Worker() {
            super(null, null, "offload4j-llvm", STACK_BYTES);
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            while (true) {
                uninterrupted(() -> current = steps.take());
                Objects.requireNonNull(current).run();
                // what was worked on is nobody's any more
                current = null;
            }
        }

        /** Ends the waiting for the step that this thread is at, and never returns. */
        void giveUp(String words) {
            Objects.requireNonNull(current, "no step is being taken").giveUp(words);
        }
    }
}
