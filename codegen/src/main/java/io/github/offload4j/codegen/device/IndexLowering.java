package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;

/** How a GPU answers those {@link DeviceFunction}s that an instruction does: numbers in one dimension, and the barrier. */
interface IndexLowering {
    /** The letters that targets name dimensions by. */
    String LETTERS = "xyz";

    /**
     * Emits what answers a function that asks for a number in one dimension.
     *
     * @return an i32
     * @throws IllegalArgumentException when the function is another one
     */
    IrValue index(DeviceFunction function, int dimension, IrBuilder builder);

    /**
     * Emits the barrier.
     *
     * @param copied whether some threads may come to another one in its place
     */
    void barrier(IrBuilder builder, boolean copied);

    /** Replaces every call in a module. */
    static void lower(IrModule module, IndexLowering lowering) {
        for (var function : module.functions()) {
            boolean copied = CopiedBarriers.in(function).isPresent();
            for (IrInstruction call : DeviceCalls.in(function)) {
                try (IrBuilder builder = IrBuilder.before(call, module.context())) {
                    DeviceFunction called = DeviceCalls.function(call);
                    if (called.isIndex()) {
                        call.replaceUsesWith(lowering.index(called, DeviceCalls.dimension(call), builder));
                    } else {
                        lowering.barrier(builder, copied);
                    }
                }
                call.erase();
            }
        }
    }
}
