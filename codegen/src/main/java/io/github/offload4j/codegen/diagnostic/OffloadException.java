package io.github.offload4j.codegen.diagnostic;

import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that offload code could not be generated, or run, as asked. It is the one exception for wrong use, but for null: that
 * is a {@link NullPointerException} that names the argument.
 *
 * <p>The message names the argument or symbol and the rule that it breaks, starts in lower case and ends without a full
 * stop, so that a tool can put a file and a line in front of it. {@link #reason()} and {@link #subject()} are the stable
 * part for programs.
 */
public final class OffloadException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** The closed set of causes. */
    public enum Reason {
        /** An argument's type, passing, extent or owner does not fit the call. */
        ARGUMENT,
        /** The number or the types of the arguments differ from the callee's parameters. */
        SIGNATURE,
        /** The grid, the block or the device number can never be launched. */
        LAUNCH_BOUNDS,
        /** Options contradict each other, or have a value that none has. */
        OPTION,
        /** The builder has no position, or stands in another module. */
        POSITION,
        /** A name in the module is taken by something of another type. */
        SYMBOL_CONFLICT,
        /** The chosen runtime ABI cannot do what is asked. */
        RUNTIME_ABI,
        /** A method was called too early, too late or twice. */
        STATE,
        /** A type or a module does not parse. */
        SYNTAX,
        /** LLVM's verifier rejects the module. */
        VERIFICATION,
        /** A kernel cannot be compiled for a target. */
        KERNEL,
        /** LLVM gave up on something that it has no code for; the memory of what it was working on is lost. */
        LLVM,
        /** A tool that the work needs is missing, or failed. */
        TOOL,
        /** Reading or writing a module failed. */
        INPUT_OUTPUT,
        /** No offload runtime fits, or the one asked for cannot be loaded. */
        RUNTIME_LIBRARY,
        /** A program needs a symbol that nothing provides, or cannot be made runnable for another reason. */
        LINKAGE,
        /** A running program did what the offload runtime refuses, or stopped itself. */
        EXECUTION
    }

    private final Reason reason;
    private final @Nullable Subject subject;

    /**
     * Creates the exception.
     *
     * @param reason the cause
     * @param message the fact, the place and what to do
     */
    public OffloadException(Reason reason, String message) {
        this(reason, message, null);
    }

    private OffloadException(Reason reason, String message, @Nullable Subject subject) {
        super(message);
        Objects.requireNonNull(message, "message is null");
        this.reason = Objects.requireNonNull(reason, "reason is null");
        this.subject = subject;
    }

    /** Returns the same exception with a subject, unless it has one. */
    public OffloadException about(Subject part) {
        Objects.requireNonNull(part, "part is null");
        if (subject != null) {
            return this;
        }
        OffloadException placed = new OffloadException(reason, Objects.requireNonNull(getMessage()), part);
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    /** Returns the cause, one of a closed set. */
    public Reason reason() {
        return reason;
    }

    /** Returns the part of a site that is at fault; empty when it is none, or all of it. */
    public Optional<Subject> subject() {
        return Optional.ofNullable(subject);
    }
}
