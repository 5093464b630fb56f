package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.List;
import java.util.Optional;

/**
 * The ways in which kernels compute the number of a thread in its row of the grid: the block's number times the threads of a
 * block, and the thread's number, all in the x dimension. Calls of these functions stand for that while a kernel is lowered.
 */
enum RowFunction {
    /** In 32 bits, wrapping. */
    WRAPPED(".offload.row.wrapped", Integer.SIZE, Opcode.OTHER),
    /** In 64 bits, of numbers without a sign. */
    UNSIGNED(".offload.row.unsigned", Long.SIZE, Opcode.ZERO_EXTEND),
    /** In 64 bits, of numbers with a sign. */
    SIGNED(".offload.row.signed", Long.SIZE, Opcode.SIGN_EXTEND);

    private final String symbol;
    private final int bits;
    private final Opcode widening;

    RowFunction(String symbol, int bits, Opcode widening) {
        this.symbol = symbol;
        this.bits = bits;
        this.widening = widening;
    }

    int bits() {
        return bits;
    }

    /** Returns the instruction that widens each of the three, or {@link Opcode#OTHER} when they are not widened. */
    Opcode widening() {
        return widening;
    }

    /** Returns the module's declaration, which is added where there is none. */
    IrFunction in(IrModule module) {
        return module.findFunction(symbol).orElseGet(() -> {
            IrContext context = module.context();
            IrType type = context.function(context.integer(bits), List.of());
            IrFunction made = module.addFunction(symbol, type, Linkage.EXTERNAL);
            asComputation(made, context);
            return made;
        });
    }

    /** Says of a function that it computes the same wherever it is called. */
    static void asComputation(IrFunction function, IrContext context) {
        Attributes.addToFunction(function, "nounwind", context);
        Attributes.addToFunction(function, "willreturn", context);
        Attributes.addToFunction(function, "speculatable", context);
        Attributes.addNoMemory(function, context);
    }

    /** Returns which of them an instruction calls. */
    static Optional<RowFunction> calledBy(IrInstruction instruction) {
        Optional<String> name = instruction.calledFunction().map(IrFunction::name);
        for (RowFunction function : values()) {
            if (name.filter(function.symbol::equals).isPresent()) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /** Deletes the declarations of a module, to which no call is left. */
    static void forget(IrModule module) {
        for (RowFunction function : values()) {
            module.findFunction(function.symbol).ifPresent(IrFunction::delete);
        }
    }
}
