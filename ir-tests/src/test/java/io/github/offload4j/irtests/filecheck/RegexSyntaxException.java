package io.github.offload4j.irtests.filecheck;

/** Says that a regular expression is malformed. */
final class RegexSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    RegexSyntaxException(String message) {
        super(message);
    }
}
