package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.CommonCode;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;

/**
 * What {@link CommonCode#CORES} has for kernels on hosts. A piece is a run of blocks: the first one's number, that behind
 * the last, and where further pieces are to be had, which is for that code to know.
 */
final class Cores {
    private static final String PREFIX = ".offload.cores.";
    private static final int END = 1;
    private static final int TEAM = 2;

    private Cores() {}

    /** Returns the type of a piece, as the library's text has it too. */
    static IrType piece(IrContext context) {
        IrType i64 = context.integer(Long.SIZE);
        return context.struct(List.of(i64, i64, context.pointer(), i64, i64));
    }

    /** Returns the number of a piece's first block. */
    static IrValue first(IrValue piece, IrContext context, IrBuilder builder) {
        return builder.load(context.integer(Long.SIZE), piece, Long.BYTES, "first");
    }

    /** Returns the number behind that of a piece's last block. */
    static IrValue end(IrValue piece, IrContext context, IrBuilder builder) {
        IrValue place = builder.elementAddress(piece(context), piece, END, "");
        return builder.load(context.integer(Long.SIZE), place, Long.BYTES, "end");
    }

    /** Returns what gets the next piece in place of one that is done, and returns whether there is one. */
    static IrFunction more(IrModule module) {
        IrContext context = module.context();
        return declared("more", context.function(context.integer(1), List.of(context.pointer())), module);
    }

    /** Returns what says whether the thread that runs a piece is the process's only one, as long as it does so. */
    static IrFunction alone(IrModule module) {
        IrContext context = module.context();
        return declared("alone", context.function(context.integer(1), List.of(context.pointer())), module);
    }

    /**
     * Returns what runs blocks, here and on other cores: the function for a piece of them, its arguments, how many blocks there
     * are, where is kept what one has taken, and a number that tells the launch from others.
     */
    static IrFunction spread(IrModule module) {
        IrContext context = module.context();
        IrType pointer = context.pointer();
        return declared(
                "spread",
                context.function(
                        context.voidType(),
                        List.of(pointer, pointer, context.integer(Long.SIZE), pointer, context.integer(Long.SIZE))),
                module);
    }

    /** Returns what kernels keep of their launches, nothing yet in zeros. */
    static IrType cost(IrContext context) {
        IrType i64 = context.integer(Long.SIZE);
        return context.struct(List.of(context.doubleType(), i64, i64, i64));
    }

    /** Returns what tells whether there is to be one thread. */
    static IrFunction sole(IrModule module) {
        IrContext context = module.context();
        return declared("sole", context.function(context.integer(1), List.of()), module);
    }

    /** Returns what tells, of what is kept and of a launch's number, whether all of it is to be run here and now. */
    static IrFunction again(IrModule module) {
        IrContext context = module.context();
        IrType type = context.function(context.integer(1), List.of(context.pointer(), context.integer(Long.SIZE)));
        return declared("again", type, module);
    }

    /** Emits whether a piece is all that there is. */
    static IrValue isAlone(IrValue piece, IrContext context, IrBuilder builder) {
        IrValue place = builder.elementAddress(piece(context), piece, TEAM, "");
        IrValue team = builder.load(context.pointer(), place, Long.BYTES, "team");
        return builder.compare(Comparison.EQUAL, team, context.nullPointer(), "");
    }

    private static IrFunction declared(String name, IrType type, IrModule module) {
        String symbol = PREFIX + name;
        return module.findFunction(symbol).orElseGet(() -> module.addFunction(symbol, type, Linkage.EXTERNAL));
    }

    /** Gives a module with kernels for hosts what it has not been given yet, once it is optimised. */
    static void define(IrModule module) {
        if (module.findFunction(PREFIX + "spread")
                .filter(IrFunction::isDeclaration)
                .isPresent()) {
            CommonCode.CORES.link(module);
        }
    }
}
