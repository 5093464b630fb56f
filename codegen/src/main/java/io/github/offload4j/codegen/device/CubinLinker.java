package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.OptimizationLevel;

/** Turns NVIDIA's assembly into a linked cubin: by {@code ptxas}, or by the linker inside the CUDA driver. */
@FunctionalInterface
public interface CubinLinker {
    /**
     * Links one module.
     *
     * @param ptx the assembly, in ASCII
     * @param processor for example {@code sm_90}
     * @return the cubin, an executable ELF file
     * @throws OffloadException with the tool's words when it fails, or saying how to get one when there is none
     */
    byte[] link(byte[] ptx, String processor, OptimizationLevel level);
}
