package io.github.offload4j.runtime.cuda;

import io.github.offload4j.codegen.device.CubinLinker;
import io.github.offload4j.codegen.device.Ptxas;

/** Chooses how cubins are made. */
public final class CubinLinkers {
    private CubinLinkers() {}

    /**
     * Returns {@code ptxas} where {@code CUDA_HOME} or {@code PATH} leads to one, else the CUDA driver's linker where there
     * is a driver. Without either, linking fails with a message that names both ways.
     */
    public static CubinLinker onThisMachine() {
        Ptxas ptxas = Ptxas.onThisMachine();
        if (ptxas.isAvailable()) {
            return ptxas;
        }
        // The driver is looked for when a cubin is asked for: starting it takes a moment, and a GPU may be busy.
        return (ptx, processor, level) ->
                DriverCubinLinker.onThisMachine().orElse(ptxas).link(ptx, processor, level);
    }
}
