package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;

/** What must hold of calls of {@link DeviceFunction}s. */
final class DeviceCallRules {
    private static final int LAST_DIMENSION = 2;

    private DeviceCallRules() {}

    /**
     * Checks one call.
     *
     * @throws OffloadException naming the function that has the call, and the reason
     */
    static void check(DeviceFunction called, IrInstruction call, IrFunction function, DeviceTarget target) {
        IrType declared = call.calledFunction().orElseThrow().type();
        IrType type = call.calledType();
        boolean barrier = called == DeviceFunction.BARRIER;
        String right = barrier ? "void ()" : "i32 (i32)";
        if (!declared.toString().equals(right)) {
            throw Refusal.of(
                    function, target, "'" + called.symbol() + "' is declared as " + declared + "; it is " + right);
        }
        if (!type.equals(declared)) {
            throw Refusal.of(
                    function,
                    target,
                    "it calls '" + called.symbol() + "' as " + type + Refusal.at(call) + "; it is " + right);
        }
        if (barrier) {
            if (!KernelRules.isGpu(target)) {
                throw Refusal.of(
                        function, target, "offload.barrier is not supported on x86_64, where threads run one by one");
            }
            return;
        }
        long dimension = call.arguments().get(0).constantInteger().orElse(-1);
        if (dimension < 0 || dimension > LAST_DIMENSION) {
            throw Refusal.of(
                    function,
                    target,
                    "the dimension of '" + called.symbol() + "' is not a constant 0, 1 or 2" + Refusal.at(call));
        }
    }
}
