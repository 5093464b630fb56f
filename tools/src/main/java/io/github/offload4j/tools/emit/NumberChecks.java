package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.tools.diagnostic.Position;
import java.util.List;

/** Stops the program, with a message that has the place in the spec, where a number cannot be computed. */
final class NumberChecks {
    private final IrModule module;
    private final IrBuilder builder;
    private final String file;

    /**
     * Makes the checks of one function.
     *
     * @param builder where checks go; it is moved to the code behind them
     * @param file what messages call the spec
     */
    NumberChecks(IrModule module, IrBuilder builder, String file) {
        this.module = module;
        this.builder = builder;
        this.file = file;
    }

    /** Emits a check, behind which the builder stands then. */
    void stopIf(IrValue wrong, String message, Position position) {
        IrFunction function = builder.function();
        IrBlock stop = function.appendBlock("wrong");
        IrBlock next = function.appendBlock("right");
        builder.branch(wrong, stop, next);
        builder.moveToEnd(stop);
        String place = file + ":" + position.line() + ":" + position.column();
        String text = "offload4j: " + place + ": " + message + ", in '" + function.name() + "'\n";
        IrValue standardError = module.context().constant(Integer.SIZE, RuntimeConstants.STANDARD_ERROR);
        IrValue format = module.addText(".offload_message", text.replace("%", "%%"));
        builder.call(print(), List.of(standardError, format), "");
        builder.call(abort(), List.of(), "");
        builder.unreachable();
        builder.moveToEnd(next);
    }

    private IrFunction print() {
        IrContext context = module.context();
        IrType integer = context.integer(Integer.SIZE);
        return declared(RuntimeFunction.PRINT, context.variadicFunction(integer, List.of(integer, context.pointer())));
    }

    private IrFunction abort() {
        return declared(
                RuntimeFunction.ABORT,
                module.context().function(module.context().voidType(), List.of()));
    }

    private IrFunction declared(RuntimeFunction function, IrType type) {
        return module.findFunction(function.symbol())
                .orElseGet(() -> module.addFunction(function.symbol(), type, Linkage.EXTERNAL));
    }
}
