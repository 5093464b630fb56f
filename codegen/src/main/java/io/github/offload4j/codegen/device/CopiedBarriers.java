package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.flow.ControlFlow;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;
import java.util.Optional;

/**
 * Barriers that an optimiser may have copied into the arms of a branch, where some threads come to one and some to the other:
 * it does that to calls that are not convergent, as those of compilers are that do not know of barriers.
 */
final class CopiedBarriers {
    private static final String CONVERGENT = "convergent";

    private CopiedBarriers() {}

    /** Returns a barrier's call in a function of which not every way to another one comes by, nor the other way round. */
    static Optional<IrInstruction> in(IrFunction function) {
        List<IrInstruction> calls = DeviceCalls.in(function).stream()
                .filter(call ->
                        DeviceCalls.function(call) == DeviceFunction.BARRIER && !Attributes.onCall(call, CONVERGENT))
                .toList();
        if (calls.size() < 2) {
            return Optional.empty();
        }
        ControlFlow flow = new ControlFlow(function);
        for (int i = 0; i < calls.size(); i++) {
            IrInstruction call = calls.get(i);
            for (IrInstruction other : calls.subList(0, i)) {
                if (!flow.dominates(call, other) && !flow.dominates(other, call)) {
                    return Optional.of(call);
                }
            }
        }
        return Optional.empty();
    }
}
