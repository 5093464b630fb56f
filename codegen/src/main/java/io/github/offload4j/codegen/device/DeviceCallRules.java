package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.Optional;

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
        IrFunction callee = call.calledFunction().orElseThrow();
        Optional<String> error = DeviceCalls.typeError(called, callee);
        String symbol = DeviceCalls.symbol(called, callee);
        if (error.isPresent()) {
            refusals.add(call, error.get());
        } else if (!call.calledType().equals(callee.type())) {
            refusals.add(
                    function,
                    "it calls '" + symbol + "' as " + call.calledType() + Refusals.at(call) + "; it is " + callee.type());
        } else if (called.isIndex()) {
            checkDimension(called, call, function, refusals);
        } else if (called != DeviceFunction.BARRIER && KernelRules.isGpu(target)) {
            refusals.add(call, "'" + symbol + "' is not supported on " + target.architecture().optionName());
        } else if (!KernelRules.isGpu(target)) {
            refusals.add(function, symbol + " is not supported on x86_64, where threads run one by one");
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
