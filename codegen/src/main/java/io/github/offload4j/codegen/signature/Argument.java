package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.ir.IrValue;
import java.util.Objects;

/**
 * One argument of a call: a value and the parameter that it is for.
 *
 * @param value the value on the host
 * @param parameter how it is passed
 */
public record Argument(IrValue value, Parameter parameter) {
    /** Checks the values. */
    public Argument {
        Objects.requireNonNull(value, "value is null");
        Objects.requireNonNull(parameter, "parameter is null");
    }

    /** Returns the passing. */
    public Passing passing() {
        return parameter.passing();
    }
}
