package io.github.offload4j.codegen.blas;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a BLAS library names its routines and passes their arguments. Sizes are 32-bit integers in all of them, and matrices
 * are stored by columns where the library does not ask.
 */
public enum BlasLibrary {
    /** The C interface of the reference BLAS, which OpenBLAS and others have. Works on the host. */
    CBLAS("cblas_%s%s", false, true, false, false, List.of(111, 112, 113), null),
    /** cuBLAS, version 2 of its interface, with the handle in host pointer mode. */
    CUBLAS("cublas%S%s_v2", true, false, true, true, List.of(0, 1, 2), GpuDriver.CUDA),
    /** rocBLAS, with the handle in host pointer mode. */
    ROCBLAS("rocblas_%s%s", true, false, true, true, List.of(111, 112, 113), GpuDriver.HIP);

    /** Values of CBLAS's layout parameter: by rows, by columns. */
    static final List<Integer> LAYOUTS = List.of(101, 102);

    private final String symbolFormat;
    private final boolean handle;
    private final boolean layout;
    private final boolean scalarsByReference;
    private final boolean status;
    private final List<Integer> operations;
    private final @Nullable GpuDriver driver;

    BlasLibrary(
            String symbolFormat,
            boolean handle,
            boolean layout,
            boolean scalarsByReference,
            boolean status,
            List<Integer> operations,
            @Nullable GpuDriver driver) {
        this.symbolFormat = symbolFormat;
        this.handle = handle;
        this.layout = layout;
        this.scalarsByReference = scalarsByReference;
        this.status = status;
        this.operations = operations;
        this.driver = driver;
    }

    String symbol(Precision precision, String routine) {
        return symbolFormat.formatted(precision.letter(), routine);
    }

    /** Returns whether every routine takes the library's handle first. */
    public boolean hasHandle() {
        return handle;
    }

    /** Returns whether routines on matrices take the layout first. */
    public boolean hasLayout() {
        return layout;
    }

    /** Returns whether alpha and beta are pointers to the host. */
    public boolean passesScalarsByReference() {
        return scalarsByReference;
    }

    /** Returns whether routines return a status, and results through a last parameter that points to the host. */
    public boolean returnsStatus() {
        return status;
    }

    /** Returns the numbers for no transposition, transposition, and conjugate transposition. */
    public List<Integer> operations() {
        return operations;
    }

    /** Returns the driver that the library works through, or nothing when it works on the host. */
    public Optional<GpuDriver> driver() {
        return Optional.ofNullable(driver);
    }

    /** Returns the ordering that a call of the library needs. */
    public Ordering ordering() {
        return driver == null ? Ordering.NONE : Ordering.required(driver);
    }

    /** Returns the name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
