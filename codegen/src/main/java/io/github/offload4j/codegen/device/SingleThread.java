package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.ForeignFunctions;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;

/** Device functions as a thread of the host answers them, which is alone: number 0 of 1. */
final class SingleThread {
    /** As many as a warp has on host targets, of which this is the only one that exists. */
    private static final int LANES = 32;

    private SingleThread() {}

    /**
     * Gives every device function that a module declares a body, which only the module sees.
     *
     * @throws OffloadException when one is declared with another type than it has, or is of a type that there is none for
     */
    static void define(IrModule module) {
        for (IrFunction function : module.functions()) {
            if (function.isDeclaration()) {
                DeviceFunction.of(function.name()).ifPresent(device -> define(device, function, module));
            }
        }
    }

    private static void define(DeviceFunction device, IrFunction function, IrModule module) {
        DeviceCalls.typeError(device, function).ifPresent(error -> {
            throw new OffloadException(Reason.KERNEL, error);
        });
        ForeignFunctions.forgetDeclaration(function);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            answer(device, function, module, builder);
        }
        function.setLinkage(Linkage.INTERNAL);
    }

    private static void answer(DeviceFunction device, IrFunction function, IrModule module, IrBuilder builder) {
        IrContext context = module.context();
        switch (device) {
            case THREAD_ID, BLOCK_ID, LANE_ID -> builder.returnValue(context.constant(Integer.SIZE, 0));
            case BLOCK_SIZE, GRID_SIZE -> builder.returnValue(context.constant(Integer.SIZE, 1));
            case WARP_SIZE -> builder.returnValue(context.constant(Integer.SIZE, LANES));
            case BARRIER, WARP_BARRIER, FENCE_BLOCK, FENCE_DEVICE -> builder.returnVoid();
            case SHUFFLE, SHUFFLE_UP, SHUFFLE_DOWN, SHUFFLE_XOR, ANY, ALL -> builder.returnValue(function.parameter(0));
            case BALLOT -> builder.returnValue(builder.zeroExtend(function.parameter(0), context.integer(Long.SIZE)));
            case SHARED_DYNAMIC -> {
                // there is no launch that would have given a size
                builder.call(module.intrinsic("llvm.trap"), List.of(), "");
                builder.unreachable();
            }
        }
    }
}
