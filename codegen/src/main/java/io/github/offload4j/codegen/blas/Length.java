package io.github.offload4j.codegen.blas;

import java.util.Objects;

/**
 * A number of rows, columns or elements: a size, or one of two by whether an operation transposes.
 *
 * @param operation the parameter that decides, empty for none
 * @param straight the size when it does not transpose
 * @param transposed the size when it does
 */
public record Length(String operation, String straight, String transposed) {
    /** Checks the values. */
    public Length {
        Objects.requireNonNull(operation, "operation is null");
        Objects.requireNonNull(straight, "straight is null");
        Objects.requireNonNull(transposed, "transposed is null");
    }

    /** Returns a length that is always the same size. */
    public static Length of(String size) {
        Objects.requireNonNull(size, "size is null");
        return new Length("", size, size);
    }

    /** Returns whether no operation decides. */
    public boolean isFixed() {
        return operation.isEmpty();
    }
}
