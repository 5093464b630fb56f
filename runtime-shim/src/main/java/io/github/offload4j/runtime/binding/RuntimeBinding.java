package io.github.offload4j.runtime.binding;

import io.github.offload4j.runtime.trace.TraceListener;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An offload runtime that compiled programs can be bound to. */
public interface RuntimeBinding extends AutoCloseable {
    /** Returns the runtime in words. */
    String description();

    /**
     * Returns what a symbol of the program is bound to, or nothing when the runtime does not have it.
     *
     * @param trace what hears of the calls that this program makes
     */
    Optional<RuntimeSymbol> find(String symbol, TraceListener trace);

    /**
     * Notes that a call of this thread was stopped half-way, so that what it left behind is nobody's mistake.
     *
     * @param sinceNanos when the call began, in nanoseconds of {@link System#nanoTime}
     */
    void abandoned(long sinceNanos);

    /** Returns why nothing can be launched, in words to stand behind a message, when the program could change that. */
    default Optional<String> whyNoDevice() {
        return Optional.empty();
    }

    /** Returns whether variables that host and device both know stay mapped when their program has ended. */
    default boolean keepsVariables() {
        return false;
    }

    /**
     * Returns what this thread's program has spawned and not waited for, in words; where the runtime does not tell, it has run
     * when this returns.
     */
    List<String> pendingTasks();

    /**
     * Notes that a program ends: no task of it may run when this returns.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when something that was spawned has not run, and never
     *     will
     */
    void ending();

    /** Returns whether some of a region of the host is mapped on a device. */
    boolean hasMapped(long begin, long bytes);

    /** Returns how many bytes a block of a device's memory has from an address on, or nothing when that is not known. */
    OptionalLong deviceBytesAt(long address);

    /** Gives back what the runtime holds in this process, as far as it can be given back. */
    @Override
    void close();
}
