package io.github.offload4j.codegen.image;

import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.List;
import java.util.Objects;

/**
 * Kernels as functions of the host, each of which computes a whole grid. Immutable.
 *
 * @param kernels which ones
 * @param variables what the host has variables of its own for, which the functions use
 * @param bitcode the functions
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HostKernels(List<KernelSignature> kernels, List<DeviceVariable> variables, byte[] bitcode) {
    /** Copies the values. */
    public HostKernels {
        kernels = List.copyOf(Objects.requireNonNull(kernels, "kernels is null"));
        variables = List.copyOf(Objects.requireNonNull(variables, "variables is null"));
        bitcode = Objects.requireNonNull(bitcode, "bitcode is null").clone();
    }

    /** Returns a copy of the bitcode. */
    @Override
    public byte[] bitcode() {
        return bitcode.clone();
    }
}
