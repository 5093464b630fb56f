package io.github.offload4j.irtests.filecheck;

/** Says that a directive of a check text is malformed. */
final class CheckSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    CheckSyntaxException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the directive in the check text. */
    int line() {
        return line;
    }
}
