package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code .offload_launch}: launches unless the program found the grid or the block empty. GPUs refuse an empty grid, and
 * the runtime then ends the process; the reader of the call expects that nothing runs.
 */
final class GuardedLaunch {
    private static final String NAME = ".offload_launch";

    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private @Nullable IrFunction made;

    GuardedLaunch(IrModule module, RuntimeDeclarations declarations) {
        this.module = module;
        this.declarations = declarations;
    }

    /** Returns the function: the parameters of {@code __tgt_target_kernel}, then an i1 that says not to launch. */
    IrFunction get() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private IrFunction make() {
        IrContext context = module.context();
        IrFunction launch = declarations.get(RuntimeFunction.TARGET_KERNEL);
        List<IrType> parameters = new ArrayList<>(launch.parameterTypes());
        int count = parameters.size();
        parameters.add(context.integer(1));
        IrFunction function =
                module.addFunction(NAME, context.function(launch.returnType(), parameters), Linkage.INTERNAL);
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
        return function;
    }
}
