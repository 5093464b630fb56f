package io.github.offload4j.runtime.json;

import java.io.IOException;
import java.io.Serial;

/** Says where a text is not JSON. */
public final class JsonException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String problem;
    private final int line;
    private final int column;

    JsonException(int line, int column, String message) {
        super(message);
        this.problem = message;
        this.line = line;
        this.column = column;
    }

    /** Returns what is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** Returns the line, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column, from 1, in UTF-16 units. */
    public int column() {
        return column;
    }
}
