package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The loops that run blocks of a grid on the host: blocks outermost, threads innermost, and of the threads the z, then the y,
 * then the x dimension, so that x varies fastest.
 */
final class GridLoop {
    private static final int DIMENSIONS = 3;

    private final IrModule module;
    private final IrContext context;
    private final BlocksFunction blocks;
    private final Optional<HostBlock> block;
    private final Map<DeviceFunction, IrValue[]> indices = new EnumMap<>(DeviceFunction.class);

    /**
     * Prepares the loops.
     *
     * @param block runs the threads of a block, where that is not done by loops as well
     */
    GridLoop(IrModule module, BlocksFunction blocks, Optional<HostBlock> block) {
        this.module = module;
        this.block = block;
        this.context = module.context();
        this.blocks = blocks;
    }

    /** Emits the function's body. */
    void emit() {
        try (IrBuilder builder = IrBuilder.atEnd(blocks.function().appendBlock("entry"), context)) {
            LaunchSizes sizes = new LaunchSizes(blocks.hiddenPointer(), context);
            indices.put(DeviceFunction.GRID_SIZE, sizes.grid(builder));
            indices.put(DeviceFunction.BLOCK_SIZE, sizes.block(builder));
            indices.put(DeviceFunction.THREAD_ID, new IrValue[DIMENSIONS]);
            List<IrValue> arguments = blocks.arguments(builder);
            if (block.isEmpty()) {
                PieceLoop pieces = pieces(builder);
                builder.moveToEnd(loops(0, pieces.block(), () -> blocks.callBody(arguments, builder), builder));
                pieces.end(builder);
            } else {
                HostMemory memory = HostMemory.reserve(
                        block.get(), blocks, value(DeviceFunction.BLOCK_SIZE), module, new HostStop(module), builder);
                PieceLoop pieces = pieces(builder);
                callBlock(block.get(), memory, arguments, builder);
                pieces.end(builder);
                memory.release(builder);
            }
            builder.returnVoid();
        }
    }

    private PieceLoop pieces(IrBuilder builder) {
        PieceLoop pieces = PieceLoop.begin(blocks, value(DeviceFunction.GRID_SIZE), module, builder);
        indices.put(DeviceFunction.BLOCK_ID, pieces.ids());
        return pieces;
    }

    private void callBlock(HostBlock lowered, HostMemory memory, List<IrValue> arguments, IrBuilder builder) {
        List<IrValue> all = new ArrayList<>(memory.pointers());
        for (DeviceFunction numbers :
                List.of(DeviceFunction.BLOCK_ID, DeviceFunction.BLOCK_SIZE, DeviceFunction.GRID_SIZE)) {
            all.addAll(value(numbers));
        }
        all.addAll(arguments);
        builder.call(lowered.form().block().function(), all, "");
    }

    /**
     * Emits the loop of a level and those inside it.
     *
     * @param level 0 for the outermost of three
     * @return the block behind the loop
     */
    private IrBlock loops(int level, IrBlock from, Runnable innermost, IrBuilder builder) {
        int dimension = DIMENSIONS - 1 - level;
        IrValue size = value(DeviceFunction.BLOCK_SIZE, dimension);
        String name = "thread." + IndexLowering.LETTERS.charAt(dimension);
        IrFunction function = blocks.function();
        IrBlock header = function.appendBlock(name + ".header");
        IrBlock inside = function.appendBlock(name + ".body");
        IrBlock exit = function.appendBlock(name + ".exit");
        IrType i32 = context.integer(Integer.SIZE);

        builder.branch(header);
        builder.moveToEnd(header);
        IrValue index = builder.phi(i32, name);
        builder.addIncoming(index, context.constant(Integer.SIZE, 0), from);
        builder.branch(builder.compare(Comparison.BELOW, index, size, ""), inside, exit);
        builder.moveToEnd(inside);
        indicesOf(DeviceFunction.THREAD_ID)[dimension] = index;
        IrBlock last = inside;
        if (level == DIMENSIONS - 1) {
            innermost.run();
        } else {
            last = loops(level + 1, inside, innermost, builder);
            builder.moveToEnd(last);
        }
        IrValue next = builder.add(index, context.constant(Integer.SIZE, 1));
        builder.addIncoming(index, next, last);
        builder.branch(header);
        builder.moveToEnd(exit);
        return exit;
    }

    private IrValue[] indicesOf(DeviceFunction function) {
        IrValue[] values = indices.get(function);
        if (values == null) {
            throw new IllegalStateException(function + " has no values");
        }
        return values;
    }

    private List<IrValue> value(DeviceFunction function) {
        return List.of(indicesOf(function));
    }

    /** Returns the value of an index inside the innermost loop. */
    IrValue value(DeviceFunction function, int dimension) {
        return indicesOf(function)[dimension];
    }
}
