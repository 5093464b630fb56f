package io.github.offload4j.runtime.trace;

import java.io.IOException;
import java.io.Serial;

/** Says that a file is no trace that can be used, and where. */
public final class TraceException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String problem;
    private final int line;
    private final int column;

    TraceException(int line, int column, String message) {
        super(message);
        this.problem = message;
        this.line = line;
        this.column = column;
    }

    TraceException(String message) {
        this(0, 0, message);
    }

    /** Returns what is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** Returns the line, from 1; 0 when it is about the file as a whole. */
    public int line() {
        return line;
    }

    /** Returns the column, from 1; 0 when it is about the file as a whole. */
    public int column() {
        return column;
    }
}
