package io.github.offload4j.codegen.blas;

import io.github.offload4j.codegen.blas.BlasParameter.Increment;
import io.github.offload4j.codegen.blas.BlasParameter.Leading;
import io.github.offload4j.codegen.blas.BlasParameter.Matrix;
import io.github.offload4j.codegen.blas.BlasParameter.Operation;
import io.github.offload4j.codegen.blas.BlasParameter.Scalar;
import io.github.offload4j.codegen.blas.BlasParameter.Size;
import io.github.offload4j.codegen.blas.BlasParameter.Vector;
import io.github.offload4j.codegen.signature.Access;
import java.util.List;
import java.util.Locale;

/** The routines of the reference BLAS that the catalogue has, with their parameters in its order. */
enum Routine {
    /** y = alpha x + y. */
    AXPY(
            false,
            new Size("n"),
            new Scalar("alpha"),
            vector("x", Access.TO, Length.of("n")),
            new Increment("incx"),
            vector("y", Access.TOFROM, Length.of("n")),
            new Increment("incy")),
    /** x = alpha x. */
    SCAL(false, new Size("n"), new Scalar("alpha"), vector("x", Access.TOFROM, Length.of("n")), new Increment("incx")),
    /** The sum of x times y. */
    DOT(
            true,
            new Size("n"),
            vector("x", Access.TO, Length.of("n")),
            new Increment("incx"),
            vector("y", Access.TO, Length.of("n")),
            new Increment("incy")),
    /** The Euclidean length of x. */
    NRM2(true, new Size("n"), vector("x", Access.TO, Length.of("n")), new Increment("incx")),
    /** The sum of the absolute values of x. */
    ASUM(true, new Size("n"), vector("x", Access.TO, Length.of("n")), new Increment("incx")),
    /** y = alpha A x + beta y, for a matrix A of m rows and n columns, or its transpose. */
    GEMV(
            false,
            new Operation("trans"),
            new Size("m"),
            new Size("n"),
            new Scalar("alpha"),
            new Matrix("A", Access.TO, Length.of("m"), Length.of("n"), "lda"),
            new Leading("lda"),
            vector("x", Access.TO, new Length("trans", "n", "m")),
            new Increment("incx"),
            new Scalar("beta"),
            vector("y", Access.TOFROM, new Length("trans", "m", "n")),
            new Increment("incy")),
    /** C = alpha A B + beta C, for a matrix C of m rows and n columns; A and B may be transposed. */
    GEMM(
            false,
            new Operation("transa"),
            new Operation("transb"),
            new Size("m"),
            new Size("n"),
            new Size("k"),
            new Scalar("alpha"),
            new Matrix("A", Access.TO, new Length("transa", "m", "k"), new Length("transa", "k", "m"), "lda"),
            new Leading("lda"),
            new Matrix("B", Access.TO, new Length("transb", "k", "n"), new Length("transb", "n", "k"), "ldb"),
            new Leading("ldb"),
            new Scalar("beta"),
            new Matrix("C", Access.TOFROM, Length.of("m"), Length.of("n"), "ldc"),
            new Leading("ldc"));

    private final boolean result;
    private final List<BlasParameter> parameters;

    Routine(boolean result, BlasParameter... parameters) {
        this.result = result;
        this.parameters = List.of(parameters);
    }

    private static Vector vector(String name, Access access, Length length) {
        return new Vector(name, access, length, "inc" + name);
    }

    String routineName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the routine computes a number. */
    boolean hasResult() {
        return result;
    }

    List<BlasParameter> parameters() {
        return parameters;
    }

    boolean hasMatrix() {
        return parameters.stream().anyMatch(Matrix.class::isInstance);
    }
}
