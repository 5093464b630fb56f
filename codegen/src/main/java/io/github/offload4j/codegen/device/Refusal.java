package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;

/** The exceptions that say why a function cannot be compiled for a target. */
final class Refusal {
    private Refusal() {}

    static OffloadException of(IrFunction function, DeviceTarget target, String why) {
        return new OffloadException(
                Reason.KERNEL, "'" + function.name() + "' cannot be compiled for " + target + ": " + why);
    }

    /** Returns an instruction's source location for the end of a message, empty when it has none. */
    static String at(IrInstruction instruction) {
        return instruction.location().map(l -> " (" + l + ")").orElse("");
    }
}
