package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.Comparison;
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

/**
 * {@code K.spread}: has the blocks of a launch spread over the cores where that pays. Its parameters are those of the kernel's
 * wrapper, which it takes to the stack.
 */
final class HostSpread {
    private static final String SPREAD_SUFFIX = ".spread";
    private static final String RANGE_SUFFIX = ".range";
    private static final String COST_SUFFIX = ".cost";

    /** Its powers spread what they are multiplied by over all bits; 31 bits fit into an instruction. Of the golden ratio. */
    private static final long ODD = 0x4f1bbcddL;

    private final IrModule module;
    private final IrContext context;
    private final IrFunction function;
    private final IrValue cost;

    private HostSpread(IrFunction function, IrValue cost, IrModule module) {
        this.module = module;
        this.context = module.context();
        this.function = function;
        this.cost = cost;
    }

    /** Adds the one of a kernel, and what others run blocks by for it. */
    static HostSpread of(GridFunction blocks, IrModule module) {
        IrContext context = module.context();
        IrFunction kernel = blocks.launched();
        IrFunction function = module.addFunction(
                kernel.name() + SPREAD_SUFFIX,
                context.function(context.voidType(), kernel.parameterTypes()),
                Linkage.INTERNAL);
        for (int i = 0; i < kernel.parameterCount(); i++) {
            function.nameParameter(i, kernel.parameter(i).name());
        }
        // it needs a stack, which the wrapper can do without
        Attributes.addToFunction(function, "noinline", context);
        HostSpread spread = new HostSpread(function, cost(kernel, module), module);
        spread.emit(range(blocks, module));
        return spread;
    }

    /** Emits a call by a function with the wrapper's parameters. */
    void call(IrFunction launched, IrBuilder builder) {
        builder.call(function, launched.parameters(), "");
    }

    private void emit(IrFunction range) {
        IrType frame = context.struct(function.parameterTypes());
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            IrValue arguments = builder.alloca(frame, "arguments", Long.BYTES);
            IrValue count = new LaunchSizes(function.parameter(0), context).blocks(builder);
            IrValue alike = alike(function, builder);
            for (int i = 0; i < function.parameterCount(); i++) {
                builder.store(function.parameter(i), builder.elementAddress(frame, arguments, i, ""), Long.BYTES);
            }
            builder.call(Cores.spread(module), List.of(range.value(), arguments, count, cost, alike), "");
            builder.returnVoid();
        }
    }

    /**
     * Emits what ends a function with the wrapper's parameters: what runs all blocks here where there are few, or where a launch
     * like this was short before, and else a call of this.
     */
    void run(IrFunction launched, IrValue count, Runnable here, IrBuilder builder) {
        IrBlock one = launched.appendBlock("one");
        IrBlock some = launched.appendBlock("some");
        IrBlock shared = launched.appendBlock("shared");
        IrBlock several = launched.appendBlock("several");
        IrValue more = builder.compare(Comparison.BELOW, context.constant(Long.SIZE, 1), count, "");
        builder.branch(more, some, one);
        builder.moveToEnd(some);
        builder.branch(builder.call(Cores.sole(module), List.of(), ""), one, shared);
        builder.moveToEnd(shared);
        IrValue again = builder.call(Cores.again(module), List.of(cost, alike(launched, builder)), "");
        builder.branch(again, one, several);
        builder.moveToEnd(one);
        here.run();
        builder.returnVoid();
        builder.moveToEnd(several);
        call(launched, builder);
        builder.returnVoid();
    }

    /** Emits a number that launches with other arguments and sizes hardly share. */
    private IrValue alike(IrFunction launched, IrBuilder builder) {
        List<IrValue> parts = new LaunchSizes(launched.parameter(0), context).words(builder);
        for (int i = 1; i < launched.parameterCount(); i++) {
            IrValue argument = launched.parameter(i);
            parts.add(
                    argument.type().isPointer()
                            ? builder.pointerToInteger(argument, context.integer(Long.SIZE))
                            : argument);
        }
        IrValue sum = context.constant(Long.SIZE, 0);
        for (IrValue part : parts) {
            sum = builder.add(builder.multiply(sum, context.constant(Long.SIZE, ODD)), part);
        }
        return sum;
    }

    /** Returns {@code K.cost}, in which is kept what launches take; zeros say that nothing is known yet. */
    private static IrValue cost(IrFunction kernel, IrModule module) {
        IrType type = Cores.cost(module.context());
        return module.addGlobal(kernel.name() + COST_SUFFIX, type, Linkage.INTERNAL)
                .initialized(module.context().zero(type))
                .value();
    }

    /** Returns {@code K.range}, which runs blocks of a launch whose arguments are in memory. */
    private static IrFunction range(GridFunction blocks, IrModule module) {
        IrContext context = module.context();
        IrFunction kernel = blocks.launched();
        IrType frame = context.struct(kernel.parameterTypes());
        IrFunction range = module.addFunction(
                kernel.name() + RANGE_SUFFIX,
                context.function(context.voidType(), List.of(context.pointer(), context.pointer())),
                Linkage.INTERNAL);
        range.nameParameter(0, "arguments");
        range.nameParameter(1, "piece");
        List<IrType> types = kernel.parameterTypes();
        try (IrBuilder builder = IrBuilder.atEnd(range.appendBlock("entry"), context)) {
            List<IrValue> all = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                IrValue place = builder.elementAddress(frame, range.parameter(0), i, "");
                all.add(builder.load(types.get(i), place, Long.BYTES, ""));
            }
            all.add(range.parameter(1));
            builder.call(blocks.function(), all, "");
            builder.returnVoid();
        }
        return range;
    }
}
