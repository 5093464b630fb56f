package io.github.offload4j.codegen.fact;

import io.github.offload4j.codegen.ir.IrValue;
import java.util.OptionalLong;

/** A number in a program, as far as it can be told without running it. */
public sealed interface Quantity {
    /**
     * A number known now.
     *
     * @param value the number, signed
     */
    record Known(long value) implements Quantity {}

    /**
     * A number that the program computes.
     *
     * @param value what computes it
     */
    record Computed(IrValue value) implements Quantity {}

    /**
     * A computation with known numbers whose result does not fit.
     *
     * @param value the computation
     */
    record Overflow(IrValue value) implements Quantity {}

    /** A number of which nothing is known. */
    record Unknown() implements Quantity {}

    /** Returns that nothing is known. */
    static Quantity unknown() {
        return new Unknown();
    }

    /** Returns the number when it is known now. */
    default OptionalLong known() {
        return this instanceof Known number ? OptionalLong.of(number.value()) : OptionalLong.empty();
    }

    /** Returns whether the number is known now and is this one. */
    default boolean is(long number) {
        return this instanceof Known known && known.value() == number;
    }
}
