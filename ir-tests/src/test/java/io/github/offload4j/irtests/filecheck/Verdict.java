package io.github.offload4j.irtests.filecheck;

/**
 * What a check of an input against a check text came to.
 *
 * @param outcome which of the three ways it went
 * @param message why it did not pass; empty if it did
 */
public record Verdict(Outcome outcome, String message) {
    /** The ways a check can go, each with its own exit status in LLVM's tool. */
    public enum Outcome {
        /** The input satisfies every directive. */
        PASSED,
        /** The input violates a directive. */
        FAILED,
        /** The check text is malformed, or there is no input to check. */
        REJECTED
    }

    static final Verdict PASS = new Verdict(Outcome.PASSED, "");

    static Verdict failed(String message) {
        return new Verdict(Outcome.FAILED, message);
    }

    static Verdict rejected(String message) {
        return new Verdict(Outcome.REJECTED, message);
    }

    /** Throws an {@link AssertionError} with the message unless the check passed. */
    public void orThrow() {
        switch (outcome) {
            case PASSED -> {}
            case FAILED, REJECTED -> throw new AssertionError(message);
        }
    }
}
