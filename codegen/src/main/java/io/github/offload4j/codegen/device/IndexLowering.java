package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;

/** How a GPU answers the {@link DeviceFunction}s. */
interface IndexLowering {
    /** The letters that targets name dimensions by. */
    String LETTERS = "xyz";

    /** Returns an i32 for a function other than the barrier. */
    IrValue index(DeviceFunction function, int dimension, IrBuilder builder);

    /** Emits the barrier. */
    void barrier(IrBuilder builder);

    /** Replaces every call in a module. */
    static void lower(IrModule module, IndexLowering lowering) {
        for (var function : module.functions()) {
            for (IrInstruction call : DeviceCalls.in(function)) {
                try (IrBuilder builder = IrBuilder.before(call, module.context())) {
                    DeviceFunction called = DeviceCalls.function(call);
                    if (called.isIndex()) {
                        call.replaceUsesWith(lowering.index(called, DeviceCalls.dimension(call), builder));
                    } else {
                        lowering.barrier(builder);
                    }
                }
                call.erase();
            }
        }
    }
}
