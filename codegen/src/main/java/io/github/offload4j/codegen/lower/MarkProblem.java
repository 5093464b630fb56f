package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a marked call.
 *
 * @param message the fact and what to do, in lower case and without a full stop
 * @param function the symbol of the function around the call
 * @param block the block around the call, for example {@code block 'loop'}
 * @param call the call in LLVM's spelling, without its bundles; or the mark
 * @param source where the user wrote it, from debug information
 * @param position the bundle, or else the call, in the module's text; nothing without a text
 */
public record MarkProblem(
        String message,
        String function,
        String block,
        String call,
        Optional<SourceLocation> source,
        Optional<TextPosition> position) {
    /** Checks the values. */
    public MarkProblem {
        Objects.requireNonNull(message, "message is null");
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(block, "block is null");
        Objects.requireNonNull(call, "call is null");
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(position, "position is null");
    }

    /** Returns the message and the place, without the position in the text. */
    @Override
    public String toString() {
        String where = source.map(s -> " from " + s).orElse("");
        return message + " [function '" + function + "', " + block + where + ": " + call + "]";
    }
}
