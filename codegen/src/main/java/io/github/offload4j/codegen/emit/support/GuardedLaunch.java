package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.ir.Comparison;
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
    private static final String EITHER = "either";
    private static final int STRUCT = 5;

    private final IrModule module;
    private final RuntimeTypes types;
    private final RuntimeDeclarations declarations;
    private final HelperFunctions helpers;
    private boolean either;

    /** Makes the function of one module. */
    public GuardedLaunch(
            IrModule module, RuntimeTypes types, RuntimeDeclarations declarations, HelperFunctions helpers) {
        this.module = module;
        this.types = types;
        this.declarations = declarations;
        this.helpers = helpers;
    }

    /** Returns the function: the parameters of {@code __tgt_target_kernel}, then an i1 that says not to launch. */
    public IrFunction get() {
        IrFunction launch = declarations.get(RuntimeFunction.TARGET_KERNEL);
        return helpers.shared(Helper.LAUNCH, type(launch), function -> fill(function, launch, false));
    }

    /**
     * Returns the function that does the same for programs that know only when they start on which side of 23 they run:
     * from 23 on it counts the entry behind the others, in whose place the runtime puts what it adds.
     */
    public IrFunction either() {
        either = true;
        IrFunction launch = declarations.get(RuntimeFunction.TARGET_KERNEL);
        return helpers.variant(Helper.LAUNCH, EITHER, type(launch), function -> fill(function, launch, true));
    }

    /** Returns the variable in which a program keeps whether it runs on 23 or later, an i64. */
    public IrValue since23() {
        return helpers.variable(Helper.LAUNCH, EITHER, module.context().integer(Long.SIZE));
    }

    /** Returns whether launches of the module depend on that. */
    public boolean isEither() {
        return either;
    }

    private IrType type(IrFunction launch) {
        IrContext context = module.context();
        List<IrType> parameters = new ArrayList<>(launch.parameterTypes());
        parameters.add(context.integer(1));
        return context.function(launch.returnType(), parameters);
    }

    private void fill(IrFunction function, IrFunction launch, boolean either) {
        IrContext context = module.context();
        int count = launch.parameterTypes().size();
        IrBlock entry = function.appendBlock("entry");
        IrBlock launching = function.appendBlock("launch");
        IrBlock skipping = function.appendBlock("skip");
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            builder.branch(function.parameter(count), skipping, launching);
            builder.moveToEnd(launching);
            if (either) {
                countPlace(function, builder);
            }
            List<IrValue> arguments = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                arguments.add(function.parameter(i));
            }
            builder.returnValue(builder.call(launch, arguments, ""));
            builder.moveToEnd(skipping);
            builder.returnValue(context.zero(launch.returnType()));
        }
    }

    private void countPlace(IrFunction function, IrBuilder builder) {
        IrContext context = module.context();
        IrType i64 = context.integer(Long.SIZE);
        IrValue later = builder.load(i64, since23(), Long.BYTES, "");
        IrBlock counting = function.appendBlock("count");
        IrBlock on = function.appendBlock("on");
        builder.branch(builder.compare(Comparison.EQUAL, later, context.constant(Long.SIZE, 0), ""), on, counting);
        builder.moveToEnd(counting);
        IrType i32 = context.integer(Integer.SIZE);
        IrValue version = context.constant(Integer.SIZE, RuntimeConstants.KERNEL_ARGUMENTS_VERSION_WITH_PLACE);
        builder.store(version, field("Version", function, builder), Integer.BYTES);
        IrValue place = field("NumArgs", function, builder);
        IrValue count = builder.load(i32, place, Integer.BYTES, "");
        builder.store(builder.add(count, context.constant(Integer.SIZE, 1)), place, Integer.BYTES);
        builder.branch(on);
        builder.moveToEnd(on);
    }

    private IrValue field(String name, IrFunction function, IrBuilder builder) {
        StructLayout layout = StructLayout.KERNEL_ARGUMENTS;
        return builder.elementAddress(types.of(layout), function.parameter(STRUCT), layout.index(name), "");
    }
}
