package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.processor.Processors;
import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.Optional;

/** What must hold of calls of {@link DeviceFunction}s. */
final class DeviceCallRules {
    private static final int LAST_DIMENSION = 2;

    /** The first of NVIDIA's on which the lanes of a warp come to an instruction together because it says so. */
    private static final int FIRST_WITH_WARP_MASKS = 70;

    /** AMD's without an instruction that reads another lane. */
    private static final String WITHOUT_PERMUTATION = "gfx7";

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
                    "it calls '" + symbol + "' as " + call.calledType() + Refusals.at(call) + "; it is "
                            + callee.type());
        } else if (called.isIndex()) {
            checkDimension(called, call, function, refusals);
        } else if (isTooOld(called, target)) {
            refusals.add(
                    call,
                    "it calls '" + symbol + "', which processors have from "
                            + (target.architecture() == Architecture.NVPTX64 ? "sm_70" : "gfx801") + " on");
        }
    }

    /** Returns whether a processor is older than what its family has for warps. */
    private static boolean isTooOld(DeviceFunction called, DeviceTarget target) {
        return switch (target.architecture()) {
            case NVPTX64 -> called.isOfWarp() && Processors.number(target.processor()) < FIRST_WITH_WARP_MASKS;
            case AMDGCN -> called.isFamily() && target.processor().startsWith(WITHOUT_PERMUTATION);
            case AARCH64, X86_64 -> false;
        };
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
