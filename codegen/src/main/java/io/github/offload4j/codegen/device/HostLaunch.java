package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.RuntimeConstants;
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
 * The body of a kernel on the host, which libomptarget's host plugin calls once whatever the grid: runs one block by itself,
 * and has several spread over the cores when that pays.
 */
final class HostLaunch {
    private static final String RANGE_SUFFIX = ".range";
    private static final String COST_SUFFIX = ".cost";

    /** Powers of it spread what they are multiplied by over all bits: the golden ratio of 64 bits. */
    private static final long ODD = 0x9e3779b97f4a7c15L;

    private final IrModule module;
    private final IrContext context;
    private final IrType i64;
    private final IrFunction kernel;
    private final BlocksFunction blocks;

    private HostLaunch(KernelWrapper wrapper, BlocksFunction blocks, IrModule module) {
        this.module = module;
        this.context = module.context();
        this.i64 = context.integer(Long.SIZE);
        this.kernel = wrapper.function();
        this.blocks = blocks;
    }

    /**
     * Emits the body of a wrapper, and how others run blocks for it.
     *
     * @return the function that does so
     */
    static IrFunction emit(KernelWrapper wrapper, BlocksFunction blocks, IrModule module) {
        HostLaunch launch = new HostLaunch(wrapper, blocks, module);
        IrType frame = module.context().struct(wrapper.function().parameterTypes());
        IrFunction range = launch.range(frame);
        launch.body(frame, range);
        return range;
    }

    private void body(IrType frame, IrFunction range) {
        IrBlock entry = kernel.appendBlock("entry");
        IrBlock lost = kernel.appendBlock("without.bounds");
        IrBlock start = kernel.appendBlock("start");
        IrBlock one = kernel.appendBlock("one");
        IrBlock some = kernel.appendBlock("some");
        IrBlock shared = kernel.appendBlock("shared");
        IrBlock several = kernel.appendBlock("several");
        IrValue cost = cost();
        IrValue hiddenPointer = kernel.parameter(0);
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            IrValue arguments = builder.alloca(frame, "arguments", Long.BYTES);
            IrValue piece = builder.alloca(Cores.piece(context), "piece", Long.BYTES);
            IrValue address = builder.pointerToInteger(hiddenPointer, i64);
            IrValue none = context.constant(Long.SIZE, RuntimeConstants.NO_LAUNCH_ENVIRONMENT);
            builder.branch(builder.compare(Comparison.EQUAL, address, none, ""), lost, start);
            builder.moveToEnd(lost);
            new HostStop(module)
                    .emit(
                            "kernel '" + kernel.name()
                                    + "' was launched on the host without the address of its launch bounds;"
                                    + " rebuild the host module with the image embedded",
                            builder);
            builder.moveToEnd(start);
            IrValue count = context.constant(Long.SIZE, 1);
            for (IrValue size : new LaunchSizes(hiddenPointer, context).grid(builder)) {
                count = builder.multiply(count, builder.zeroExtend(size, i64));
            }
            IrValue more = builder.compare(Comparison.BELOW, context.constant(Long.SIZE, 1), count, "");
            builder.branch(more, some, one);
            builder.moveToEnd(some);
            builder.branch(builder.call(Cores.sole(module), List.of(), ""), one, shared);
            builder.moveToEnd(shared);
            IrValue alike = alike(count, builder);
            builder.branch(builder.call(Cores.again(module), List.of(cost, alike), ""), one, several);
            builder.moveToEnd(one);
            Cores.begin(piece, count, context, builder);
            List<IrValue> all = parameters();
            all.add(piece);
            builder.call(blocks.function(), all, "");
            builder.returnVoid();
            builder.moveToEnd(several);
            for (int i = 0; i < kernel.parameterCount(); i++) {
                builder.store(kernel.parameter(i), builder.elementAddress(frame, arguments, i, ""), Long.BYTES);
            }
            builder.call(Cores.spread(module), List.of(range.value(), arguments, count, cost, alike), "");
            builder.returnVoid();
        }
    }

    /** Emits a number that launches with other arguments and sizes hardly share. */
    private IrValue alike(IrValue count, IrBuilder builder) {
        List<IrValue> parts = new ArrayList<>(List.of(count));
        for (IrValue size : new LaunchSizes(kernel.parameter(0), context).block(builder)) {
            parts.add(builder.zeroExtend(size, i64));
        }
        for (int i = 1; i < kernel.parameterCount(); i++) {
            IrValue argument = kernel.parameter(i);
            parts.add(argument.type().isPointer() ? builder.pointerToInteger(argument, i64) : argument);
        }
        IrValue sum = context.constant(Long.SIZE, 0);
        long factor = ODD;
        for (IrValue part : parts) {
            sum = builder.add(sum, builder.multiply(part, context.constant(Long.SIZE, factor)));
            factor *= ODD;
        }
        return sum;
    }

    private List<IrValue> parameters() {
        List<IrValue> parameters = new ArrayList<>();
        for (int i = 0; i < kernel.parameterCount(); i++) {
            parameters.add(kernel.parameter(i));
        }
        return parameters;
    }

    /** Returns {@code K.cost}, in which is kept what launches take; zeros say that nothing is known yet. */
    private IrValue cost() {
        IrType type = Cores.cost(context);
        return module.addGlobal(kernel.name() + COST_SUFFIX, type, Linkage.INTERNAL)
                .initialized(context.zero(type))
                .value();
    }

    /** Returns {@code K.range}, which runs blocks of a launch whose arguments are in memory. */
    private IrFunction range(IrType frame) {
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
