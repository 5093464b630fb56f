package io.github.offload4j.codegen.blas;

import io.github.offload4j.codegen.signature.Access;
import java.util.Objects;

/** A parameter of a BLAS routine. */
public sealed interface BlasParameter {
    /** Returns the name. */
    String name();

    /**
     * The library's handle, a pointer of the host.
     *
     * @param name the name
     */
    record Handle(String name) implements BlasParameter {
        /** Checks the values. */
        public Handle {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * Whether matrices are stored by rows or by columns.
     *
     * @param name the name
     */
    record Layout(String name) implements BlasParameter {
        /** Checks the values. */
        public Layout {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * Whether a matrix is transposed.
     *
     * @param name the name
     */
    record Operation(String name) implements BlasParameter {
        /** Checks the values. */
        public Operation {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * A number of rows, columns or elements.
     *
     * @param name the name
     */
    record Size(String name) implements BlasParameter {
        /** Checks the values. */
        public Size {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * A factor.
     *
     * @param name the name
     */
    record Scalar(String name) implements BlasParameter {
        /** Checks the values. */
        public Scalar {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * A matrix, mapped.
     *
     * @param name the name
     * @param access in which direction
     * @param rows how many rows are stored
     * @param columns how many columns are stored
     * @param leading the parameter that is the distance between two columns, or rows, in elements
     */
    record Matrix(String name, Access access, Length rows, Length columns, String leading) implements BlasParameter {
        /** Checks the values. */
        public Matrix {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(access, "access is null");
            Objects.requireNonNull(rows, "rows is null");
            Objects.requireNonNull(columns, "columns is null");
            Objects.requireNonNull(leading, "leading is null");
        }
    }

    /**
     * A vector, mapped.
     *
     * @param name the name
     * @param access in which direction
     * @param length how many elements it has
     * @param increment the parameter that is the distance between two elements
     */
    record Vector(String name, Access access, Length length, String increment) implements BlasParameter {
        /** Checks the values. */
        public Vector {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(access, "access is null");
            Objects.requireNonNull(length, "length is null");
            Objects.requireNonNull(increment, "increment is null");
        }
    }

    /**
     * The distance between two columns, or rows, of a matrix.
     *
     * @param name the name
     */
    record Leading(String name) implements BlasParameter {
        /** Checks the values. */
        public Leading {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * The distance between two elements of a vector, negative for the reverse order.
     *
     * @param name the name
     */
    record Increment(String name) implements BlasParameter {
        /** Checks the values. */
        public Increment {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * Where the result goes, a pointer of the host.
     *
     * @param name the name
     */
    record Result(String name) implements BlasParameter {
        /** Checks the values. */
        public Result {
            Objects.requireNonNull(name, "name is null");
        }
    }
}
