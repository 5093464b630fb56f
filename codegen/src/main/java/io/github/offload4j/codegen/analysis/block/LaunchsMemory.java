package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.device.DeviceFunction;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.HashSet;
import java.util.Set;

/** Shared memory of the size that the launch gives, and who uses it. */
public final class LaunchsMemory {
    private LaunchsMemory() {}

    /** Returns whether anything in a module is shared by threads, or makes them wait for one another. */
    public static boolean sharesAnything(IrModule module) {
        return module.functions().stream()
                        .filter(IrFunction::isDeclaration)
                        .flatMap(function -> DeviceFunction.of(function.name()).stream())
                        .anyMatch(function -> !function.isIndex())
                || module.globals().stream().anyMatch(global -> SharedObjects.isShared(global.value()));
    }

    /** Returns whether a kernel into which everything is inlined calls what only devices answer. */
    public static boolean isForDevice(IrFunction kernel) {
        return kernel.instructions().stream()
                .anyMatch(instruction -> DeviceFunction.calledBy(instruction).isPresent());
    }

    /** Returns whether a kernel into which everything is inlined uses such memory. */
    public static boolean isUsedBy(IrFunction kernel) {
        Set<IrValue> seen = new HashSet<>();
        return kernel.instructions().stream()
                .anyMatch(instruction -> DeviceFunction.calledBy(instruction)
                                .filter(function -> function == DeviceFunction.SHARED_DYNAMIC)
                                .isPresent()
                        || instruction.operands().stream().anyMatch(operand -> leadsThere(operand, seen)));
    }

    private static boolean leadsThere(IrValue value, Set<IrValue> seen) {
        if (value.isGlobalVariable()) {
            return SharedObjects.isShared(value) && ConstantFacts.isOpenArray(value);
        }
        return seen.add(value)
                && value.asInstruction().isEmpty()
                && ConstantFacts.parts(value).stream().anyMatch(part -> leadsThere(part, seen));
    }
}
