package io.github.offload4j.codegen.emit.runtime;

import io.github.offload4j.codegen.abi.LaunchForm.Place;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.option.Pinning;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import java.util.EnumSet;
import java.util.Set;

/**
 * The choices that hold for a whole module.
 *
 * @param abi the runtime that the code is for
 * @param preset which lowering is followed
 * @param transfers how kernel mode moves data
 * @param devicePointers how host mode learns device addresses
 * @param launchFailure what a refused launch without fallback does
 * @param registration how the runtime learns of the module
 * @param synchronization how the host waits for a CUDA device
 * @param pinning which memory is registered with the CUDA driver while it is mapped
 * @param onStatus what an i32 of a host function that is not 0 does
 * @param checkAliases whether the program looks for overlaps that the runtime does not map
 */
public record Conventions(
        RuntimeAbi abi,
        Preset preset,
        Transfers transfers,
        DevicePointers devicePointers,
        LaunchFailure launchFailure,
        Registration registration,
        Synchronization synchronization,
        Pinning pinning,
        OnStatus onStatus,
        boolean checkAliases) {
    /** Returns the functions that code of these conventions may call. */
    public Set<RuntimeFunction> runtimeFunctions() {
        Set<RuntimeFunction> functions = EnumSet.of(
                RuntimeFunction.DATA_BEGIN,
                RuntimeFunction.DATA_END,
                RuntimeFunction.DATA_UPDATE,
                RuntimeFunction.TARGET_KERNEL,
                RuntimeFunction.DEFAULT_DEVICE);
        if (devicePointers == DevicePointers.GET_MAPPED_PTR || transfers == Transfers.RESIDENT) {
            functions.add(RuntimeFunction.MAPPED_POINTER);
        }
        if (launchFailure != LaunchFailure.IGNORE || checkAliases) {
            functions.add(RuntimeFunction.WRITE);
            functions.add(RuntimeFunction.ABORT);
        }
        if (registration != Registration.LINKER_WRAPPER) {
            functions.add(RuntimeFunction.REGISTER_LIBRARY);
            functions.add(RuntimeFunction.UNREGISTER_LIBRARY);
            functions.add(RuntimeFunction.INITIALIZE_ALL);
            functions.add(RuntimeFunction.AT_EXIT);
        }
        if (abi.launchForm(true).place() == Place.FROM_23) {
            functions.add(RuntimeFunction.FIND_SYMBOL);
        }
        if (synchronization != Synchronization.DEFAULT || pinning.isOn()) {
            functions.add(RuntimeFunction.LOAD_LIBRARY);
            functions.add(RuntimeFunction.FIND_SYMBOL);
        }
        return functions;
    }
}
