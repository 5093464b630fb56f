package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;

/** Calls of {@link DeviceFunction}s. */
final class DeviceCalls {
    private DeviceCalls() {}

    static List<IrInstruction> in(IrFunction function) {
        return function.instructions().stream()
                .filter(DeviceCalls::isDeviceCall)
                .toList();
    }

    private static boolean isDeviceCall(IrInstruction instruction) {
        return instruction
                .calledFunction()
                .flatMap(f -> DeviceFunction.of(f.name()))
                .isPresent();
    }

    static DeviceFunction function(IrInstruction call) {
        return call.calledFunction().flatMap(f -> DeviceFunction.of(f.name())).orElseThrow();
    }

    /** Returns the dimension that a call asks about; {@link KernelRules} has checked that it is 0, 1 or 2. */
    static int dimension(IrInstruction call) {
        return (int) call.arguments().get(0).constantInteger().orElseThrow();
    }
}
