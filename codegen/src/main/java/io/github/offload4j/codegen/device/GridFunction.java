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
 * A function that runs a part of a kernel's grid on the host. Its parameters are those of the kernel's wrapper, and one that
 * tells the part.
 */
final class GridFunction {
    private static final String ROW_SUFFIX = ".row";

    private final KernelWrapper wrapper;
    private final IrFunction function;

    private GridFunction(KernelWrapper wrapper, IrFunction function) {
        this.wrapper = wrapper;
        this.function = function;
    }

    /**
     * Adds {@code K.blocks}, without a body yet, which runs some blocks; the lines of the kernel's source belong to it from now
     * on. The part is a pointer to the piece of the grid that it begins with, null for the whole grid.
     */
    static GridFunction blocks(KernelWrapper wrapper, IrModule module) {
        IrFunction outer = wrapper.function();
        String symbol = Helper.blocksSymbol(outer.name());
        return declare(wrapper, symbol, "piece", module.context().pointer(), outer, module);
    }

    /**
     * Adds {@code K.row}, without a body yet, which runs the threads of blocks that follow each other in the x dimension; the
     * lines belong to it from now on. The part is the first block's number in the lower half of 64 bits, and how many there are
     * in the upper half.
     */
    GridFunction row(IrModule module) {
        String symbol = wrapper.function().name() + ROW_SUFFIX;
        return declare(wrapper, symbol, "row", module.context().integer(Long.SIZE), function, module);
    }

    private static GridFunction declare(
            KernelWrapper wrapper, String symbol, String part, IrType partType, IrFunction source, IrModule module) {
        IrContext context = module.context();
        IrFunction outer = wrapper.function();
        List<IrType> types = new ArrayList<>(outer.parameterTypes());
        types.add(partType);
        IrFunction function = module.addFunction(symbol, context.function(context.voidType(), types), Linkage.INTERNAL);
        for (int i = 0; i < outer.parameterCount(); i++) {
            function.nameParameter(i, outer.parameter(i).name());
            Attributes.copyParameter(outer, i, function, i);
        }
        function.nameParameter(outer.parameterCount(), part);
        // one copy is enough, whoever runs how many of the blocks
        Attributes.addToFunction(function, "noinline", context);
        function.takeSubprogram(source);
        return new GridFunction(wrapper, function);
    }

    IrFunction function() {
        return function;
    }

    /** Returns the function that the runtime launches. */
    IrFunction launched() {
        return wrapper.function();
    }

    /** Returns the kernel's name. */
    String kernel() {
        return wrapper.function().name();
    }

    /** Returns the hidden pointer. */
    IrValue hiddenPointer() {
        return function.parameter(0);
    }

    /** Returns which part is run. */
    IrValue part() {
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

    /** Emits a call with the parameters of a function that has those of the wrapper too. */
    void call(IrFunction caller, IrValue part, IrBuilder builder) {
        List<IrValue> all = new ArrayList<>();
        for (int i = 0; i < wrapper.function().parameterCount(); i++) {
            all.add(caller.parameter(i));
        }
        all.add(part);
        builder.call(function, all, "");
    }
}
