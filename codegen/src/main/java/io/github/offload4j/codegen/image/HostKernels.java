package io.github.offload4j.codegen.image;

import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.List;
import java.util.Objects;

/**
 * Kernels as functions of the host, each of which computes a whole grid. Immutable.
 *
 * @param kernels which ones
 * @param bitcode the functions
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HostKernels(List<KernelSignature> kernels, byte[] bitcode) {
    /** Copies the values. */
    public HostKernels {
        kernels = List.copyOf(Objects.requireNonNull(kernels, "kernels is null"));
        bitcode = Objects.requireNonNull(bitcode, "bitcode is null").clone();
    }

    /** Returns a copy of the bitcode. */
    @Override
    public byte[] bitcode() {
        return bitcode.clone();
    }
}
