package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Transfers;

/**
 * The choices that hold for a whole module.
 *
 * @param abi the runtime that the code is for
 * @param preset which lowering is followed
 * @param transfers how kernel mode moves data
 * @param devicePointers how host mode learns device addresses
 * @param launchFailure what a refused launch without fallback does
 * @param registration how the runtime learns of the module
 */
public record Conventions(
        RuntimeAbi abi,
        Preset preset,
        Transfers transfers,
        DevicePointers devicePointers,
        LaunchFailure launchFailure,
        Registration registration) {
    /** Returns whether rustc's faults are wanted too. */
    public boolean rustc() {
        return preset == Preset.RUSTC;
    }
}
