package io.github.offload4j.irtests.structures;

/** What a program does cannot be foretold, or differs between runtimes, or a strict device would stop it. */
final class UnforetoldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnforetoldException(String message) {
        super(message, null, false, false);
    }
}
