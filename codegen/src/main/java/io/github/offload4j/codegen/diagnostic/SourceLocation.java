package io.github.offload4j.codegen.diagnostic;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Objects;

/**
 * A place in the user's source: what the runtime prints in front of an error, and what our own messages name.
 *
 * @param file the file as the user knows it; may not be empty
 * @param line the line, from 1; 0 when unknown
 * @param column the column, from 1; 0 when unknown
 */
public record SourceLocation(String file, int line, int column) {
    /**
     * Checks the values.
     *
     * @throws OffloadException when the file is empty, or the line or column is negative
     */
    public SourceLocation {
        Objects.requireNonNull(file, "file is null");
        if (file.isEmpty()) {
            throw new OffloadException(Reason.ARGUMENT, "the file of a source location is empty");
        }
        if (line < 0 || column < 0) {
            throw new OffloadException(Reason.ARGUMENT, "negative source location " + line + ":" + column);
        }
    }

    /** Returns {@code file:line:column}, without the parts that are unknown. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
