package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code .offload_data_begin} and {@code .offload_data_end}: data calls that are left out when the program finds that they
 * have nothing to do. They are functions, so that a site stays straight-line code.
 */
public final class GuardedData {
    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private final HelperFunctions helpers;

    /** Makes the functions of one module. */
    public GuardedData(IrModule module, RuntimeDeclarations declarations, HelperFunctions helpers) {
        this.module = module;
        this.declarations = declarations;
        this.helpers = helpers;
    }

    /** Returns the function for a data call: an i1 that says to make the call, then the call's parameters. */
    public IrFunction get(RuntimeFunction guarded) {
        IrContext context = module.context();
        IrFunction callee = declarations.get(guarded);
        List<IrType> parameters = new ArrayList<>(List.of(context.integer(1)));
        parameters.addAll(callee.parameterTypes());
        Helper helper = guarded == RuntimeFunction.DATA_BEGIN ? Helper.DATA_BEGIN : Helper.DATA_END;
        return helpers.shared(
                helper, context.function(context.voidType(), parameters), function -> fill(function, callee));
    }

    private void fill(IrFunction function, IrFunction callee) {
        IrContext context = module.context();
        int parameters = function.parameterTypes().size();
        IrBlock entry = function.appendBlock("entry");
        IrBlock needed = function.appendBlock("needed");
        IrBlock done = function.appendBlock("done");
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            builder.branch(function.parameter(0), needed, done);
            builder.moveToEnd(needed);
            List<IrValue> arguments = new ArrayList<>();
            for (int i = 1; i < parameters; i++) {
                arguments.add(function.parameter(i));
            }
            builder.call(callee, arguments, "");
            builder.branch(done);
            builder.moveToEnd(done);
            builder.returnVoid();
        }
    }
}
