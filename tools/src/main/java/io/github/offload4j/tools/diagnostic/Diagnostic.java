package io.github.offload4j.tools.diagnostic;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with an input.
 *
 * @param position where; nothing when it is about the input as a whole
 * @param source where in the sources that the input was compiled from
 * @param message the fact and what to do, in lower case and without a full stop
 */
public record Diagnostic(Optional<Position> position, Optional<SourceLocation> source, String message) {
    /** Checks the values. */
    public Diagnostic {
        Objects.requireNonNull(position, "position is null");
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(message, "message is null");
    }

    /** Returns a diagnostic about a place. */
    public static Diagnostic at(Position position, String message) {
        return new Diagnostic(Optional.of(position), Optional.empty(), message);
    }

    /** Returns a diagnostic about a place in the sources of an input. */
    public static Diagnostic from(SourceLocation source, String message) {
        return new Diagnostic(Optional.empty(), Optional.of(source), message);
    }

    /** Returns a diagnostic about an input as a whole. */
    public static Diagnostic ofWhole(String message) {
        return new Diagnostic(Optional.empty(), Optional.empty(), message);
    }
}
