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
import java.util.Optional;

/**
 * The body of a kernel on the host, which libomptarget's host plugin calls once whatever the grid: runs one block by itself,
 * and has several spread over the cores when that pays.
 */
final class HostLaunch {
    private static final String RANGE_SUFFIX = ".range";
    private static final String COST_SUFFIX = ".cost";

    /** Its powers spread what they are multiplied by over all bits; 31 bits fit into an instruction. Of the golden ratio. */
    private static final long ODD = 0x4f1bbcddL;

    private final IrModule module;
    private final IrContext context;
    private final IrType i64;
    private final IrFunction kernel;
    private final GridFunction blocks;
    private final Optional<GridFunction> row;

    private HostLaunch(GridFunction blocks, Optional<GridFunction> row, IrModule module) {
        this.module = module;
        this.context = module.context();
        this.i64 = context.integer(Long.SIZE);
        this.kernel = blocks.launched();
        this.blocks = blocks;
        this.row = row;
    }

    /**
     * Emits the body of a kernel's wrapper, and how others run blocks for it.
     *
     * @param row what runs a grid that is but a row, where there is such a function
     */
    static void emit(GridFunction blocks, Optional<GridFunction> row, IrModule module) {
        HostLaunch launch = new HostLaunch(blocks, row, module);
        IrType frame = module.context().struct(blocks.launched().parameterTypes());
        launch.body(frame, launch.range(frame));
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
            LaunchSizes sizes = new LaunchSizes(hiddenPointer, context);
            Optional<IrValue> flat = row.map(function -> sizes.isRow(builder));
            IrValue count = flat.map(known -> count(sizes, known, builder)).orElseGet(() -> sizes.blocks(builder));
            IrValue more = builder.compare(Comparison.BELOW, context.constant(Long.SIZE, 1), count, "");
            builder.branch(more, some, one);
            builder.moveToEnd(some);
            builder.branch(builder.call(Cores.sole(module), List.of(), ""), one, shared);
            builder.moveToEnd(shared);
            IrValue alike = alike(sizes, builder);
            builder.branch(builder.call(Cores.again(module), List.of(cost, alike), ""), one, several);
            builder.moveToEnd(one);
            flat.ifPresent(known -> runRow(known, count, builder));
            blocks.call(kernel, context.nullPointer(), builder);
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
    private IrValue alike(LaunchSizes sizes, IrBuilder builder) {
        List<IrValue> parts = sizes.words(builder);
        for (int i = 1; i < kernel.parameterCount(); i++) {
            IrValue argument = kernel.parameter(i);
            parts.add(argument.type().isPointer() ? builder.pointerToInteger(argument, i64) : argument);
        }
        IrValue sum = context.constant(Long.SIZE, 0);
        for (IrValue part : parts) {
            sum = builder.add(builder.multiply(sum, context.constant(Long.SIZE, ODD)), part);
        }
        return sum;
    }

    /** Emits how many blocks there are, which takes little where they are but a row. */
    private IrValue count(LaunchSizes sizes, IrValue flat, IrBuilder builder) {
        IrBlock deep = kernel.appendBlock("deep");
        IrBlock counted = kernel.appendBlock("counted");
        IrValue inRow = builder.zeroExtend(sizes.grid(builder)[0], i64);
        IrBlock before = builder.block();
        builder.branch(flat, counted, deep);
        builder.moveToEnd(deep);
        IrValue product = sizes.blocks(builder);
        builder.branch(counted);
        builder.moveToEnd(counted);
        IrValue count = builder.phi(i64, "count");
        builder.addIncoming(count, inRow, before);
        builder.addIncoming(count, product, deep);
        return count;
    }

    /** Emits what ends the launch here where its grid is but a row. */
    private void runRow(IrValue flat, IrValue count, IrBuilder builder) {
        IrBlock rowOnly = kernel.appendBlock("row.only");
        IrBlock rows = kernel.appendBlock("rows");
        builder.branch(flat, rowOnly, rows);
        builder.moveToEnd(rowOnly);
        IrValue part = builder.multiply(count, context.constant(Long.SIZE, GridLoop.ROW_COUNT));
        row.orElseThrow().call(kernel, part, builder);
        builder.returnVoid();
        builder.moveToEnd(rows);
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
