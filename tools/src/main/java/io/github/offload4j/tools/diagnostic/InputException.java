package io.github.offload4j.tools.diagnostic;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Says that an input cannot be used, or an output not be written: every reason that could be found. */
public final class InputException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient Optional<SourceText> source;
    private final transient List<Diagnostic> diagnostics;

    /**
     * Creates the exception for a text that was read.
     *
     * @param diagnostics at least one
     */
    public InputException(SourceText source, List<Diagnostic> diagnostics) {
        this(source.name(), Optional.of(source), diagnostics);
    }

    /**
     * Creates the exception for a file without any text to show.
     *
     * @param name the file as the user knows it
     */
    public InputException(String name, String message) {
        this(name, Optional.empty(), List.of(Diagnostic.ofWhole(message)));
    }

    /**
     * Returns an exception for a file without any text to show.
     *
     * @param name the file as the user knows it
     * @param diagnostics at least one, without positions
     */
    public static InputException ofWhole(String name, List<Diagnostic> diagnostics) {
        return new InputException(name, Optional.empty(), diagnostics);
    }

    private InputException(String name, Optional<SourceText> source, List<Diagnostic> diagnostics) {
        super(name + ": " + diagnostics.get(0).message());
        this.name = name;
        this.source = source;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Returns the file as the user knows it. */
    public String name() {
        return name;
    }

    /** Returns the text that the positions are in, when there is one. */
    public Optional<SourceText> source() {
        return source;
    }

    /** Returns what is wrong, at least one thing. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Returns what is read from a module.
     *
     * @param name what messages call the module
     * @throws InputException when the library refuses to read it, because another version has lowered it
     */
    public static <T> T whenRefused(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (OffloadException e) {
            if (e.reason() != OffloadException.Reason.STATE) {
                throw e; // no module makes the library throw another one, so this is no fault of the user's
            }
            throw new InputException(name, Objects.requireNonNull(e.getMessage()));
        }
    }
}
