package io.github.offload4j.tools.diagnostic;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with an input.
 *
 * @param position where; nothing when it is about the input as a whole
 * @param message the fact and what to do, in lower case and without a full stop
 */
public record Diagnostic(Optional<Position> position, String message) {
    /** Checks the values. */
    public Diagnostic {
        Objects.requireNonNull(position, "position is null");
        Objects.requireNonNull(message, "message is null");
    }

    /** Returns a diagnostic about a place. */
    public static Diagnostic at(Position position, String message) {
        return new Diagnostic(Optional.of(position), message);
    }

    /** Returns a diagnostic about an input as a whole. */
    public static Diagnostic ofWhole(String message) {
        return new Diagnostic(Optional.empty(), message);
    }
}
