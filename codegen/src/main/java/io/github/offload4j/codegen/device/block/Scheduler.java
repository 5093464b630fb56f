package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;

/** The functions of {@link CommonCode#SCHEDULER} that coroutines and what starts them call. */
final class Scheduler {
    private Scheduler() {}

    /** Returns what runs coroutines until all have returned: their records, how many, the kernel's name, and its places. */
    static IrFunction run(IrModule module) {
        IrContext context = module.context();
        IrType pointer = context.pointer();
        return declared(
                ".offload.run",
                context.function(context.voidType(), List.of(pointer, context.integer(Long.SIZE), pointer, pointer)),
                module);
    }

    /** Returns what reserves so many bytes for what a coroutine keeps. */
    static IrFunction frame(IrModule module) {
        IrContext context = module.context();
        return declared(
                ".offload.frame", context.function(context.pointer(), List.of(context.integer(Long.SIZE))), module);
    }

    /** Returns what gives them back. */
    static IrFunction free(IrModule module) {
        IrContext context = module.context();
        return declared(
                RuntimeFunction.FREE.symbol(),
                context.function(context.voidType(), List.of(context.pointer())),
                module);
    }

    private static IrFunction declared(String symbol, IrType type, IrModule module) {
        return module.findFunction(symbol).orElseGet(() -> module.addFunction(symbol, type, Linkage.EXTERNAL));
    }
}
