package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.MemoryOrder;
import java.util.Optional;

/** Makes LLVM's fences of the functions that are fences, in one order for everybody, as in CUDA. */
final class Fences {
    private Fences() {}

    /** Replaces every call in a module, whose fences' scopes are translated after that. */
    static void lower(IrModule module) {
        for (IrFunction function : module.functions()) {
            for (IrInstruction call : DeviceCalls.in(function)) {
                scope(DeviceCalls.function(call)).ifPresent(scope -> {
                    try (IrBuilder builder = IrBuilder.before(call, module.context())) {
                        builder.fence(MemoryOrder.SEQUENTIALLY_CONSISTENT, scope);
                    }
                    call.erase();
                });
            }
        }
    }

    private static Optional<String> scope(DeviceFunction function) {
        if (function == DeviceFunction.FENCE_BLOCK) {
            return Optional.of("workgroup");
        }
        return function == DeviceFunction.FENCE_DEVICE ? Optional.of("agent") : Optional.empty();
    }
}
