package io.github.offload4j.tools.run;

import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.Quantities;
import io.github.offload4j.runtime.trace.TraceListener;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tells a person who waits that the program still runs, in one line that is gone when it ends. */
final class Progress implements TraceListener, AutoCloseable {
    /** Whoever has waited for less does not wonder. */
    private static final long PATIENCE_MILLIS = 1000;

    private static final long PERIOD_MILLIS = 250;
    private static final String CLEAR_LINE = "\r\033[K";

    private final String function;
    private final PrintWriter out;
    private final long start = System.nanoTime();
    private final AtomicLong launches = new AtomicLong();
    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private final @Nullable Thread ticker;
    /** Ctrl-C leaves a clean terminal. */
    private final Thread clear = new Thread(this::erase, "clear-progress");

    private boolean shown;
    private boolean closed;

    /**
     * Begins.
     *
     * @param out the terminal
     * @param visible whether there is a person to tell
     */
    Progress(String function, PrintWriter out, boolean visible) {
        this.function = function;
        this.out = out;
        this.ticker = visible ? new Thread(this::tick, "progress") : null;
        if (ticker != null) {
            ticker.setDaemon(true);
            ticker.start();
            Runtime.getRuntime().addShutdownHook(clear);
        }
    }

    @Override
    public void accept(OffloadEvent event) {
        switch (event.kind()) {
            case LAUNCH -> launches.incrementAndGet();
            case COPY_IN -> bytesIn.addAndGet(event.bytes());
            case COPY_OUT -> bytesOut.addAndGet(event.bytes());
            case COPY_ACROSS, DATA_BEGIN, DATA_END, DATA_UPDATE, ALLOCATE, FREE, REGISTER, UNREGISTER, HOST_CALL -> {}
        }
    }

    private void tick() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
            while (show()) {
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean show() {
        if (closed) {
            return false;
        }
        shown = true;
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        out.print(CLEAR_LINE + "irgen: " + function + " runs for " + seconds + " s: "
                + Quantities.count(launches.get(), "launch", "launches") + ", " + Quantities.bytes(bytesIn.get())
                + " in, " + Quantities.bytes(bytesOut.get()) + " out");
        out.flush();
        return true;
    }

    private synchronized void erase() {
        closed = true;
        if (shown) {
            shown = false;
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        erase();
        if (ticker == null) {
            return;
        }
        ticker.interrupt();
        try {
            Runtime.getRuntime().removeShutdownHook(clear);
        } catch (IllegalStateException processEnds) {
            erase();
        }
    }
}
