package io.github.offload4j.codegen.library;

import java.util.Objects;
import java.util.stream.Stream;

/** Which elements of an array a function touches, from its first one on. */
public sealed interface LibraryShape {
    /**
     * Elements with the same distance between them.
     *
     * @param length how many
     * @param increment the parameter that is the distance, negative for the reverse order
     */
    record Vector(LibraryExpression length, String increment) implements LibraryShape {
        /** Checks the values. */
        public Vector {
            Objects.requireNonNull(length, "length is null");
            Objects.requireNonNull(increment, "increment is null");
        }
    }

    /**
     * A matrix, by columns unless the function has a layout and is told otherwise.
     *
     * @param rows how many rows are stored
     * @param columns how many columns are stored
     * @param leading the parameter that is the distance between two columns, or rows
     */
    record Matrix(LibraryExpression rows, LibraryExpression columns, String leading) implements LibraryShape {
        /** Checks the values. */
        public Matrix {
            Objects.requireNonNull(rows, "rows is null");
            Objects.requireNonNull(columns, "columns is null");
            Objects.requireNonNull(leading, "leading is null");
        }
    }

    /**
     * Elements without gaps.
     *
     * @param count how many
     */
    record Flat(LibraryExpression count) implements LibraryShape {
        /** Checks the value. */
        public Flat {
            Objects.requireNonNull(count, "count is null");
        }
    }

    /**
     * The same several times.
     *
     * @param each one of them
     * @param stride the parameter that is the distance between two of them
     * @param batch how many
     */
    record Strided(LibraryShape each, String stride, LibraryExpression batch) implements LibraryShape {
        /** Checks the values. */
        public Strided {
            Objects.requireNonNull(each, "each is null");
            Objects.requireNonNull(stride, "stride is null");
            Objects.requireNonNull(batch, "batch is null");
        }
    }

    /** Returns the names of the parameters that it depends on. */
    default Stream<String> parameters() {
        if (this instanceof Vector vector) {
            return Stream.concat(vector.length().parameters(), Stream.of(vector.increment()));
        }
        if (this instanceof Matrix matrix) {
            Stream<String> sizes =
                    Stream.concat(matrix.rows().parameters(), matrix.columns().parameters());
            return Stream.concat(sizes, Stream.of(matrix.leading()));
        }
        if (this instanceof Strided strided) {
            Stream<String> inner =
                    Stream.concat(strided.each().parameters(), strided.batch().parameters());
            return Stream.concat(inner, Stream.of(strided.stride()));
        }
        return ((Flat) this).count().parameters();
    }
}
