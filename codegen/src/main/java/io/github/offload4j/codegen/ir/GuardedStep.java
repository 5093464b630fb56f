package io.github.offload4j.codegen.ir;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A step of LLVM's on a thread of its own: with room for code that recurses on what it is given, and with a way out when
 * LLVM gives up. LLVM tells whoever asked to be told, and ends the process when that returns; so it never does, and the
 * thread, whose frames hold on to what LLVM was working on, is left where it stands.
 */
final class GuardedStep<T> extends Thread {
    /** What types nested tens of thousands deep take; only what is touched is memory. */
    private static final long STACK_BYTES = 256L << 20;

    private static final int LONGEST_MESSAGE = 300;

    private final Supplier<T> step;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable Throwable failure;
    private @Nullable String lastWords;

    private GuardedStep(Supplier<T> step) {
        super(null, null, "offload4j-llvm", STACK_BYTES);
        this.step = step;
        setDaemon(true);
    }

    /**
     * Takes a step, and waits for its end.
     *
     * @throws OffloadException for {@link Reason#LLVM} when LLVM gave up: what the step was about must not be touched any
     *     more, nor disposed of
     */
    static <T> T take(Supplier<T> step) {
        if (Thread.currentThread() instanceof GuardedStep<?>) {
            return step.get();
        }
        FatalErrors.listen();
        GuardedStep<T> guarded = new GuardedStep<>(step);
        guarded.start();
        guarded.await();
        return guarded.outcome();
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // whatever it is, whoever waits gets it
    public void run() {
        try {
            result = step.get();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        over.countDown();
    }

    /** Ends the waiting, and never returns. */
    void giveUp(String words) {
        lastWords = words;
        over.countDown();
        while (true) {
            LockSupport.park(this);
        }
    }

    /** The step cannot be interrupted, so neither is the waiting. */
    private void await() {
        boolean interrupted = false;
        while (true) {
            try {
                over.await();
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
}
