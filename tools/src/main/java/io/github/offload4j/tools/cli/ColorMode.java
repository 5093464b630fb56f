package io.github.offload4j.tools.cli;

/** When messages are coloured. */
public enum ColorMode {
    /** On a terminal, unless the environment variable {@code NO_COLOR} says no. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER;

    /**
     * Returns whether to colour.
     *
     * @param terminal whether a person sees the stream
     * @param noColor the value of {@code NO_COLOR}, empty when it is not set
     */
    public boolean colors(boolean terminal, String noColor) {
        return switch (this) {
            case AUTO -> terminal && noColor.isEmpty();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
