package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A library whose functions are known. How it names them and passes their arguments stands in its family's catalogue. */
public enum Library {
    /** The C interface of the reference BLAS, which OpenBLAS and others have. Works on the host. */
    CBLAS("blas"),
    /** cuBLAS, version 2 of its interface. */
    CUBLAS("blas"),
    /** rocBLAS. */
    ROCBLAS("blas"),
    /** hipBLAS. */
    HIPBLAS("blas"),
    /** FFTW, version 3 of its interface. Works on the host. */
    FFTW("fft"),
    /** cuFFT. */
    CUFFT("fft"),
    /** MPI as Open MPI has it, where data types and reductions are variables. */
    OPENMPI("messages"),
    /** MPI as MPICH and what is built on it have it, where data types and reductions are numbers. */
    MPICH("messages"),
    /** NCCL, version 2.7 or later. */
    NCCL("messages");

    private final String family;

    Library(String family) {
        this.family = family;
    }

    /** Returns the name of the catalogue, which similar libraries share. */
    String family() {
        return family;
    }

    private Conventions conventions() {
        return Catalogue.of(this).conventions();
    }

    /** Returns every function that is known, in the catalogue's order. */
    public List<LibraryFunction> functions() {
        return Catalogue.of(this).functions();
    }

    /** Returns the enumerations that parameters of the library have. */
    public List<LibraryEnumeration> enumerations() {
        return Catalogue.of(this).enumerations();
    }

    /** Returns whether functions return a status, 0 for success, and numbers through a last parameter. */
    public boolean returnsStatus() {
        return conventions().status();
    }

    /** Returns the driver that the library works through, or nothing when it works on the host. */
    public Optional<GpuDriver> driver() {
        return conventions().driver();
    }

    /** Returns what asks and says whether numbers are on the device. */
    Optional<Conventions.Modes> modes() {
        return conventions().modes();
    }

    /** Returns the ordering that a call of the library needs. */
    public Ordering ordering() {
        return driver().<Ordering>map(Ordering::required).orElse(Ordering.NONE);
    }

    /** Returns the name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
