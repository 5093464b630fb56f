package io.github.offload4j.codegen.blas;

/**
 * A number of rows, columns or elements: a size, or one of two by whether an operation transposes.
 *
 * @param operation the parameter that decides, empty for none
 * @param straight the size when it does not transpose
 * @param transposed the size when it does
 */
public record Length(String operation, String straight, String transposed) {
    /** Returns a length that is always the same size. */
    public static Length of(String size) {
        return new Length("", size, size);
    }

    /** Returns whether no operation decides. */
    public boolean isFixed() {
        return operation.isEmpty();
    }
}
