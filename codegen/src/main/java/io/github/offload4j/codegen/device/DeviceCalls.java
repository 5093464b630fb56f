package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;
import java.util.Optional;

/** Calls of {@link DeviceFunction}s. */
final class DeviceCalls {
    private DeviceCalls() {}

    static List<IrInstruction> in(IrFunction function) {
        return function.instructions().stream()
                .filter(DeviceCalls::isDeviceCall)
                .toList();
    }

    private static boolean isDeviceCall(IrInstruction instruction) {
        return instruction.calledFunction().filter(IrFunction::isDeclaration).isPresent()
                && DeviceFunction.calledBy(instruction).isPresent();
    }

    static DeviceFunction function(IrInstruction call) {
        return DeviceFunction.calledBy(call).orElseThrow();
    }

    /** Returns the dimension that a call asks about; {@link DeviceCallRules} has checked that it is 0, 1 or 2. */
    static int dimension(IrInstruction call) {
        return (int) call.arguments().get(0).constantInteger().orElseThrow();
    }

    /** Returns the type that a declaration must have, or nothing when it is of a family and none of that has its suffix. */
    static Optional<String> prototype(DeviceFunction function, IrFunction declaration) {
        return function.isFamily()
                ? WarpType.of(function.suffix(declaration.name()))
                        .map(type -> function.prototype().replace("T", type.spelling()))
                : Optional.of(function.prototype());
    }

    /** Returns what is wrong with the type of a declaration, or nothing. */
    static Optional<String> typeError(DeviceFunction function, IrFunction declaration) {
        Optional<String> right = prototype(function, declaration);
        if (right.isEmpty()) {
            return Optional.of("'" + declaration.name()
                    + "' is a shuffle of an unknown type; those there are end in one of " + WarpType.suffixes());
        }
        return declaration.type().toString().equals(right.get())
                ? Optional.empty()
                : Optional.of("'" + symbol(function, declaration) + "' is declared as " + declaration.type()
                        + "; it is " + right.get());
    }

    /** Returns the symbol of a declaration, with dots. */
    static String symbol(DeviceFunction function, IrFunction declaration) {
        return function.isFamily() ? function.symbol() + "." + function.suffix(declaration.name()) : function.symbol();
    }
}
