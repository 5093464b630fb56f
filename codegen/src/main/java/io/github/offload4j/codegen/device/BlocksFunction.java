package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code K.blocks}: a function that runs some blocks of a kernel's grid on the host. Its parameters are those of the kernel's
 * wrapper, and a pointer to the piece of the grid that it begins with.
 */
final class BlocksFunction {
    private final KernelWrapper wrapper;
    private final IrFunction function;

    private BlocksFunction(KernelWrapper wrapper, IrFunction function) {
        this.wrapper = wrapper;
        this.function = function;
    }

    /** Adds the one of a kernel, without a body yet; the lines of the kernel's source belong to it from now on. */
    static BlocksFunction of(KernelWrapper wrapper, IrModule module) {
        IrContext context = module.context();
        IrFunction outer = wrapper.function();
        List<IrType> types = new ArrayList<>(outer.parameterTypes());
        types.add(context.pointer());
        IrFunction function = module.addFunction(
                Helper.blocksSymbol(outer.name()), context.function(context.voidType(), types), Linkage.INTERNAL);
        for (int i = 0; i < outer.parameterCount(); i++) {
            function.nameParameter(i, outer.parameter(i).name());
            Attributes.copyParameter(outer, i, function, i);
        }
        function.nameParameter(outer.parameterCount(), "piece");
        // one copy is enough, whoever runs how many of the blocks
        Attributes.addToFunction(function, "noinline", context);
        function.takeSubprogram(outer);
        return new BlocksFunction(wrapper, function);
    }

    IrFunction function() {
        return function;
    }

    /** Returns the kernel's name. */
    String kernel() {
        return wrapper.function().name();
    }

    /** Returns the hidden pointer. */
    IrValue hiddenPointer() {
        return function.parameter(0);
    }

    /** Returns where the piece is that is run. */
    IrValue piece() {
        return function.parameter(function.parameterCount() - 1);
    }

    /** Returns the user's arguments, emitting what takes them out of their slots. */
    List<IrValue> arguments(IrBuilder builder) {
        return wrapper.arguments(function, builder);
    }

    /** Returns what is called for each thread. */
    IrFunction body() {
        return wrapper.body();
    }

    /** Emits the call of the user's kernel. */
    void callBody(List<IrValue> arguments, IrBuilder builder) {
        wrapper.callBody(arguments, builder);
    }
}
