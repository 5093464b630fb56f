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
 * {@code .offload_launch}: launches unless the program found the grid or the block empty. GPUs refuse an empty grid, and
 * the runtime then ends the process; the reader of the call expects that nothing runs.
 */
public final class GuardedLaunch {
    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private final HelperFunctions helpers;

    /** Makes the function of one module. */
    public GuardedLaunch(IrModule module, RuntimeDeclarations declarations, HelperFunctions helpers) {
        this.module = module;
        this.declarations = declarations;
        this.helpers = helpers;
    }

    /** Returns the function: the parameters of {@code __tgt_target_kernel}, then an i1 that says not to launch. */
    public IrFunction get() {
        IrContext context = module.context();
        IrFunction launch = declarations.get(RuntimeFunction.TARGET_KERNEL);
        List<IrType> parameters = new ArrayList<>(launch.parameterTypes());
        parameters.add(context.integer(1));
        IrType type = context.function(launch.returnType(), parameters);
        return helpers.shared(Helper.LAUNCH, type, function -> fill(function, launch));
    }

    private void fill(IrFunction function, IrFunction launch) {
        IrContext context = module.context();
        int count = launch.parameterTypes().size();
        IrBlock entry = function.appendBlock("entry");
        IrBlock launching = function.appendBlock("launch");
        IrBlock skipping = function.appendBlock("skip");
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            builder.branch(function.parameter(count), skipping, launching);
            builder.moveToEnd(launching);
            List<IrValue> arguments = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                arguments.add(function.parameter(i));
            }
            builder.returnValue(builder.call(launch, arguments, ""));
            builder.moveToEnd(skipping);
            builder.returnValue(context.zero(launch.returnType()));
        }
    }
}
