package io.github.offload4j.codegen.diagnostic;

import java.io.Serial;
import java.util.Objects;

/**
 * Says that offload code could not be generated, or run, as asked. It is the one exception for wrong use, but for null: that
 * is a {@link NullPointerException} that names the argument.
 *
 * <p>The message names the argument or symbol and the rule that it breaks, starts in lower case and ends without a full
 * stop, so that a tool can put a file and a line in front of it. {@link #reason()} is the stable part for programs.
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

    /**
     * Creates the exception.
     *
     * @param reason the cause
     * @param message the fact, the place and what to do
     */
    public OffloadException(Reason reason, String message) {
        super(message);
        Objects.requireNonNull(message, "message is null");
        this.reason = Objects.requireNonNull(reason, "reason is null");
    }

    /** Returns the cause, one of a closed set. */
    public Reason reason() {
        return reason;
    }
}
