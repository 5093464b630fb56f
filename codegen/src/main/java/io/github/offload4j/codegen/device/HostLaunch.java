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
import java.util.Optional;

/**
 * The body of a kernel on the host, which libomptarget's host plugin calls once whatever the grid: runs one block by itself,
 * and has several spread over the cores when that pays.
 */
final class HostLaunch {
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
     * Emits the body of a kernel's wrapper, and how others run blocks for it. It needs no stack, and ends with a jump, for short
     * launches take nanoseconds; of a kernel that has a row's function those are short that are but a row.
     *
     * @param row what runs a grid that is but a row, where there is such a function
     */
    static void emit(GridFunction blocks, Optional<GridFunction> row, IrModule module) {
        new HostLaunch(blocks, row, module).emit(HostSpread.of(blocks, module));
    }

    private void emit(HostSpread spread) {
        IrBlock entry = kernel.appendBlock("entry");
        IrBlock lost = kernel.appendBlock("without.bounds");
        IrBlock start = kernel.appendBlock("start");
        IrValue hiddenPointer = kernel.parameter(0);
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
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
            if (row.isEmpty()) {
                runGrid(sizes, spread, builder);
            } else {
                IrBlock flat = kernel.appendBlock("flat");
                IrBlock deep = kernel.appendBlock("deep");
                builder.branch(sizes.isRow(builder), flat, deep);
                builder.moveToEnd(flat);
                runRow(row.get(), builder.zeroExtend(sizes.grid(builder)[0], i64), spread, builder);
                builder.moveToEnd(deep);
                spread.call(kernel, builder);
                builder.returnVoid();
            }
        }
    }

    private void runRow(GridFunction function, IrValue count, HostSpread spread, IrBuilder builder) {
        IrValue part = builder.multiply(count, context.constant(Long.SIZE, GridLoop.ROW_COUNT));
        spread.run(kernel, count, () -> function.call(kernel, part, builder), builder);
    }

    private void runGrid(LaunchSizes sizes, HostSpread spread, IrBuilder builder) {
        IrValue count = sizes.blocks(builder);
        spread.run(kernel, count, () -> blocks.call(kernel, context.nullPointer(), builder), builder);
    }
}
