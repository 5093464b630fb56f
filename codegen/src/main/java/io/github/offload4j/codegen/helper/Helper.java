package io.github.offload4j.codegen.helper;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function that sites call instead of code of their own, so that a site stays straight-line code and never changes the
 * blocks of the function around it.
 *
 * <p>A string attribute tells what it is, which linkers and optimizers leave alone. The name tells it to people only.
 * Modules share the helpers that do the same in each of them, so those carry a version in name and attribute, which goes up
 * with every change of their parameters or of what they do. None is inlined, and the shared ones are not local: optimizers
 * would take away the calls, or the arguments, from which a site is read back.
 */
public enum Helper {
    /** The parameters of a launch, then an i1 that says not to launch. */
    LAUNCH(RuntimeFunction.TARGET_KERNEL),
    /** An i1 that says to make the call, then the parameters of a begin call. */
    DATA_BEGIN(RuntimeFunction.DATA_BEGIN),
    /** An i1 that says to make the call, then the parameters of an end call. */
    DATA_END(RuntimeFunction.DATA_END),
    /** An i1 that says to make the call, then the parameters of an update call. */
    DATA_UPDATE(RuntimeFunction.DATA_UPDATE),
    /** Pins memory until a slot is given back: the slot, the address and the bytes. */
    PIN,
    /** Gives such a slot back. */
    UNPIN,
    /** Stops the program with a message unless a launch was made: its result, the message and the message's length. */
    CHECK,
    /** Calls the host function that is its subject unless a launch was made: its result, then the arguments. */
    FALLBACK,
    /** The same for the kernel that is its subject, whose whole grid the host computes. */
    HOST_FALLBACK,
    /** A kernel as a function of the host. */
    HOST,
    /** Adds up the directions of entries that may share memory: count, begins, sizes, map types of begin and of end. */
    UNITE_ALIASES,
    /** Stops the program where entries overlap in a way that the runtime does not map: see UNITE_ALIASES; then texts. */
    CHECK_ALIASES,
    /**
     * Stops the program where a communicator is of another device than an address: these two, and what messages say is called,
     * and in what.
     */
    CHECK_COMMUNICATOR,
    /** Makes the device of an address current: the address, and where to save what was. */
    ENTER,
    /** Undoes that, and waits: what the other returned and saved. */
    LEAVE,
    /** Undoes that without a wait: the same. */
    RESTORE,
    /** Waits for a library's work: an i1 that says to wait, and an address of the device that does the work. */
    WAIT,
    /** Looks up a GPU driver's functions: how to load its library. */
    FIND,
    /** Stops the program with a message unless a status is 0: the status and the message. */
    STATUS;

    /** Goes up when the parameters of a helper change, or what it does. */
    private static final String VERSION = "v1";

    private static final String ATTRIBUTE = "offload4j-helper";
    private static final String SUBJECT = "offload4j-subject";
    private static final String PREFIX = ".offload_";

    private final @Nullable RuntimeFunction wrapped;
    private final String word = name().toLowerCase(Locale.ROOT);

    Helper() {
        this(null);
    }

    Helper(@Nullable RuntimeFunction wrapped) {
        this.wrapped = wrapped;
    }

    /** Returns the function of the runtime that it calls if a condition holds, when that is all it does. */
    public Optional<RuntimeFunction> wrapped() {
        return Optional.ofNullable(wrapped);
    }

    /** Returns what modules call it that share it when they are linked. */
    public String symbol() {
        return PREFIX + word + "." + VERSION;
    }

    /** Returns what modules call one of its variants that share it when they are linked. */
    public String symbol(String variant) {
        return PREFIX + word + "." + variant + "." + VERSION;
    }

    /** Returns what modules call the variable that a variant keeps its results in, which they share too. */
    String variable(String variant) {
        return symbol(variant) + ".table";
    }

    /** Returns what a module calls its own helper for a subject. */
    public String localSymbol(String subject) {
        return PREFIX + word + "." + subject;
    }

    /**
     * Returns what the code of kernels for hosts calls the function that has a kernel's own code. It gets what the kernel in an
     * image gets, as far as it uses that, and one more.
     */
    public static String blocksSymbol(String kernel) {
        return kernel + ".blocks";
    }

    /** Marks a function as this helper. */
    void mark(IrFunction function, IrContext context) {
        Attributes.addText(function, ATTRIBUTE, word + "." + VERSION, context);
    }

    /** Marks a function as this helper for something that has a name. */
    public void mark(IrFunction function, String subject, IrContext context) {
        mark(function, context);
        Attributes.addText(function, SUBJECT, subject, context);
    }

    /**
     * Returns which helper a function is, if any.
     *
     * @throws OffloadException when it is one of another version of this library, which this one cannot read
     */
    public static Optional<Helper> of(IrFunction function) {
        Optional<String> marked = Attributes.text(function, ATTRIBUTE);
        return marked.isEmpty() ? Optional.empty() : Optional.of(parse(marked.get(), function));
    }

    /** Returns which helper a call calls, if any; see {@link #of}. */
    public static Optional<Helper> calledBy(IrInstruction call) {
        return call.calledFunction().flatMap(Helper::of);
    }

    /** Returns whether an instruction calls this helper. */
    public boolean isCalledBy(IrInstruction call) {
        return calledBy(call).filter(helper -> helper == this).isPresent();
    }

    private static Helper parse(String marked, IrFunction function) {
        for (Helper helper : values()) {
            if (marked.equals(helper.word + "." + VERSION)) {
                return helper;
            }
        }
        throw new OffloadException(
                Reason.STATE,
                "function '" + function.name() + "' is a helper of another version of offload4j, '" + marked
                        + "'; use the version that added it, or lower the module anew");
    }

    /** Returns the name of what a helper is for, as it was when the helper was added. */
    public static Optional<String> subject(IrFunction function) {
        return Attributes.text(function, SUBJECT);
    }
}
