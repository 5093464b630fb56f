package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;
import java.util.Optional;

/**
 * What the code of one work-item calls where it depends on which one it is, or on the others of its block. Declared while a
 * kernel is lowered, and gone afterwards.
 */
public enum ItemFunction {
    /** The work-item's number in a constant dimension. */
    INDEX(".offload.item.index"),
    /** The work-item's number in its block: x first, then y, then z. */
    NUMBER(".offload.item.number"),
    /** Whether a work-item of some number takes part at the place where all have met last. */
    EXISTS(".offload.item.exists"),
    /** Puts a value where the others find it once all have met. */
    PUT(".offload.item.put"),
    /** Gets what a work-item of some number has put, between one place where all meet and the next. */
    GET(".offload.item.get"),
    /** Waits for the others at a place, which has a number from 1; that of one for a warp alone is negated. */
    MEET(".offload.item.meet");

    private final String symbol;

    ItemFunction(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the module's declaration, which is added where there is none. */
    public IrFunction in(IrModule module) {
        Optional<IrFunction> known = module.findFunction(symbol);
        if (known.isPresent()) {
            return known.get();
        }
        IrContext context = module.context();
        IrFunction made = module.addFunction(symbol, type(context), Linkage.EXTERNAL);
        Attributes.addToFunction(made, "nounwind", context);
        switch (this) {
            case INDEX, NUMBER -> {
                Attributes.addToFunction(made, "willreturn", context);
                Attributes.addNoMemory(made, context);
            }
            case EXISTS, PUT, GET -> Attributes.addToFunction(made, "willreturn", context);
            case MEET -> Attributes.addToFunction(made, "convergent", context);
        }
        return made;
    }

    private IrType type(IrContext context) {
        IrType i32 = context.integer(Integer.SIZE);
        IrType i64 = context.integer(Long.SIZE);
        return switch (this) {
            case INDEX -> context.function(i32, List.of(i32));
            case NUMBER -> context.function(i64, List.of());
            case EXISTS -> context.function(context.integer(1), List.of(i64));
            case PUT -> context.function(context.voidType(), List.of(i64));
            case GET -> context.function(i64, List.of(i64));
            case MEET -> context.function(context.voidType(), List.of(i32));
        };
    }

    /** Returns which of them an instruction calls. */
    static Optional<ItemFunction> of(IrInstruction instruction) {
        return instruction.calledFunction().flatMap(callee -> {
            String name = callee.name();
            for (ItemFunction function : values()) {
                if (function.symbol.equals(name)) {
                    return Optional.of(function);
                }
            }
            return Optional.empty();
        });
    }

    boolean isCalledBy(IrInstruction instruction) {
        return of(instruction).filter(this::equals).isPresent();
    }

    /** Deletes the declarations of a module, to which no call is left. */
    public static void forget(IrModule module) {
        for (ItemFunction function : values()) {
            module.findFunction(function.symbol).ifPresent(IrFunction::delete);
        }
    }
}
