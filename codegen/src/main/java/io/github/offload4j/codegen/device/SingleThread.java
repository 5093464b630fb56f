package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.ForeignFunctions;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;
import java.util.Optional;

/** Device functions as a thread of the host answers them, which is alone: number 0 of 1. */
final class SingleThread {
    private SingleThread() {}

    /**
     * Gives every device function that a module declares a body, which only the module sees.
     *
     * @throws OffloadException when one is declared with another type than it has
     */
    static void define(IrModule module) {
        for (IrFunction function : module.functions()) {
            if (function.isDeclaration()) {
                DeviceFunction.of(function.name()).ifPresent(device -> define(device, function, module));
            }
        }
    }

    private static void define(DeviceFunction device, IrFunction function, IrModule module) {
        IrContext context = module.context();
        IrType i32 = context.integer(Integer.SIZE);
        IrType type = device == DeviceFunction.BARRIER
                ? context.function(context.voidType(), List.of())
                : context.function(i32, List.of(i32));
        if (!function.type().equals(type)) {
            throw new OffloadException(
                    Reason.KERNEL, "'" + function.name() + "' is declared as " + function.type() + "; it is " + type);
        }
        ForeignFunctions.forgetDeclaration(function);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            Optional<Integer> answer = answer(device);
            if (answer.isPresent()) {
                builder.returnValue(context.constant(Integer.SIZE, answer.get()));
            } else {
                builder.returnVoid();
            }
        }
        function.setLinkage(Linkage.INTERNAL);
    }

    private static Optional<Integer> answer(DeviceFunction device) {
        return switch (device) {
            case THREAD_ID, BLOCK_ID -> Optional.of(0);
            case BLOCK_SIZE, GRID_SIZE -> Optional.of(1);
            case BARRIER -> Optional.empty();
        };
    }
}
