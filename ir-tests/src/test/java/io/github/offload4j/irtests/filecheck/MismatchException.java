package io.github.offload4j.irtests.filecheck;

/** Ends the matching of a script at its first mismatch. */
final class MismatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Mismatch mismatch;

    MismatchException(Mismatch mismatch) {
        super("mismatch at check line " + mismatch.directive().line());
        this.mismatch = mismatch;
    }

    Mismatch mismatch() {
        return mismatch;
    }
}
