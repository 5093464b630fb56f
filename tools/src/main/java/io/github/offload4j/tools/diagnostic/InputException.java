package io.github.offload4j.tools.diagnostic;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says that an input cannot be used, or an output not be written: every reason that could be found. */
public final class InputException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String ERROR = "error: ";

    private static final Pattern PLACED =
            Pattern.compile("([^\\n]+?):([0-9]{1,9}):([0-9]{1,9}): " + ERROR + "(.*)", Pattern.DOTALL);

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

    /**
     * Returns an exception for what the library says of a file, whose message may begin with a place and that it is an error.
     *
     * @param name the file as the user knows it
     */
    public static InputException told(String name, String message) {
        Matcher placed = PLACED.matcher(message);
        if (placed.matches()) {
            SourceLocation place = new SourceLocation(
                    placed.group(1), Integer.parseInt(placed.group(2)), Integer.parseInt(placed.group(3)));
            return ofWhole(name, List.of(Diagnostic.from(place, placed.group(4))));
        }
        String fact = message.startsWith(name + ":")
                ? message.substring(name.length() + 1).strip()
                : message;
        return new InputException(name, fact.startsWith(ERROR) ? fact.substring(ERROR.length()) : fact);
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
