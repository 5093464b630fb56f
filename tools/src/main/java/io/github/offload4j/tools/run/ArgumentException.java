package io.github.offload4j.tools.run;

import java.io.Serial;

/** Says what is wrong with an argument of the program, as the command line gives it. */
final class ArgumentException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String problem;

    ArgumentException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** Returns the problem in words. */
    String problem() {
        return problem;
    }
}
