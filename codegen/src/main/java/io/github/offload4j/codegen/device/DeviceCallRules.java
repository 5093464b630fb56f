package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
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
     * @param function that has it
     */
    static void check(
            DeviceFunction called, IrInstruction call, IrFunction function, DeviceTarget target, Refusals refusals) {
        IrType declared = call.calledFunction().orElseThrow().type();
        IrType type = call.calledType();
        boolean barrier = called == DeviceFunction.BARRIER;
        String right = barrier ? "void ()" : "i32 (i32)";
        if (!declared.toString().equals(right)) {
            refusals.add(function, "'" + called.symbol() + "' is declared as " + declared + "; it is " + right);
        } else if (!type.equals(declared)) {
            refusals.add(
                    function, "it calls '" + called.symbol() + "' as " + type + Refusals.at(call) + "; it is " + right);
        } else if (barrier) {
            checkBarrier(function, target, refusals);
        } else {
            checkDimension(called, call, function, refusals);
        }
    }

    private static void checkBarrier(IrFunction function, DeviceTarget target, Refusals refusals) {
        if (!KernelRules.isGpu(target)) {
            refusals.add(function, "offload.barrier is not supported on x86_64, where threads run one by one");
        }
    }

    private static void checkDimension(
            DeviceFunction called, IrInstruction call, IrFunction function, Refusals refusals) {
        long dimension = call.arguments().get(0).constantInteger().orElse(-1);
        if (dimension < 0 || dimension > LAST_DIMENSION) {
            refusals.add(
                    function,
                    "the dimension of '" + called.symbol() + "' is not a constant 0, 1 or 2" + Refusals.at(call));
        }
    }
}
