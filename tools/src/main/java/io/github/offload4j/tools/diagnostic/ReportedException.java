package io.github.offload4j.tools.diagnostic;

import java.io.Serial;

/** Says that an input cannot be used, after everything that is wrong with it was printed. */
public final class ReportedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Creates the exception. */
    public ReportedException(String name) {
        super(name + ": has errors, which were printed");
    }
}
