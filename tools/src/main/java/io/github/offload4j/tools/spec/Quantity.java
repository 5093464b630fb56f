package io.github.offload4j.tools.spec;

/** A whole number: one that is written down, or one that is computed from a parameter. */
public sealed interface Quantity {
    /**
     * A number that is written down.
     *
     * @param value the number
     */
    record Constant(long value) implements Quantity {}

    /**
     * The value of an integer parameter.
     *
     * @param parameter its name
     */
    record Named(String parameter) implements Quantity {}

    /**
     * An integer parameter divided by a number and rounded up.
     *
     * @param parameter its name
     * @param divisor at least 1
     */
    record CeilDiv(String parameter, long divisor) implements Quantity {}
}
