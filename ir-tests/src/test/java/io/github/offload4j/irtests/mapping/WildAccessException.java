package io.github.offload4j.irtests.mapping;

/** The program would touch memory that is not its own, which nobody can foretell. */
final class WildAccessException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WildAccessException() {
        super("memory of nobody's", null, false, false);
    }
}
