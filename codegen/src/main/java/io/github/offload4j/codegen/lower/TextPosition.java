package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;

/**
 * A place in the text of a module.
 *
 * @param line from 1
 * @param column from 1, in characters as Unicode counts them
 */
public record TextPosition(int line, int column) {
    /** Checks the values. */
    public TextPosition {
        if (line < 1 || column < 1) {
            throw new OffloadException(Reason.ARGUMENT, "lines and columns count from 1, not " + line + ":" + column);
        }
    }

    /** Returns {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
