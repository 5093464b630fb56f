package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
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
    private final ApartThreads threads;
    private IrValue rowMemory;
    private final Map<RowFunction, IrValue> rowNumbers = new EnumMap<>(RowFunction.class);
    private final Map<DeviceFunction, IrValue[]> indices = new EnumMap<>(DeviceFunction.class);

    private GridLoop(IrModule module, BlocksFunction blocks, Optional<HostBlock> block, ApartThreads threads) {
        this.module = module;
        this.block = block;
        this.threads = threads;
        this.context = module.context();
        this.rowMemory = context.nullPointer();
        this.blocks = blocks;
    }

    /** Prepares loops over threads that have nothing to do with each other. */
    static GridLoop of(BlocksFunction blocks, ApartThreads threads, IrModule module) {
        return new GridLoop(module, blocks, Optional.empty(), threads);
    }

    /** Prepares loops over blocks whose threads a function runs. */
    static GridLoop of(BlocksFunction blocks, HostBlock block, IrModule module) {
        return new GridLoop(module, blocks, Optional.of(block), ApartThreads.UNKNOWN);
    }

    /** Emits the function's body. */
    void emit() {
        try (IrBuilder builder = IrBuilder.atEnd(blocks.function().appendBlock("entry"), context)) {
            LaunchSizes sizes = new LaunchSizes(blocks.hiddenPointer(), context);
            indices.put(DeviceFunction.GRID_SIZE, sizes.grid(builder));
            indices.put(DeviceFunction.BLOCK_SIZE, sizes.block(builder));
            indices.put(DeviceFunction.THREAD_ID, new IrValue[DIMENSIONS]);
            threads.loops().ifPresent(loops -> rowMemory = loops.memory(context, builder));
            List<IrValue> arguments = blocks.arguments(builder);
            if (block.isEmpty()) {
                PieceLoop pieces = pieces(builder);
                builder.moveToEnd(loops(pieces, arguments, builder));
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

    private IrBlock loops(PieceLoop pieces, List<IrValue> arguments, IrBuilder builder) {
        if (threads.row().isEmpty()) {
            return loops(DIMENSIONS - 1, 0, () -> blocks.callBody(arguments, builder), builder);
        }
        IrValue count = threads.accesses().isPresent()
                ? pieces.restOfRow(builder)
                : pieces.restOfRowIf(isFlat(builder), builder);
        RowLoop.Blocks some =
                new RowLoop.Blocks(value(DeviceFunction.BLOCK_ID, 0), count, value(DeviceFunction.BLOCK_SIZE, 0));
        return loops(DIMENSIONS - 1, 1, () -> runRow(some, arguments, builder), builder);
    }

    /** Returns whether blocks are rows of threads, so that those of one row of blocks follow each other in it. */
    private IrValue isFlat(IrBuilder builder) {
        IrValue others = builder.or(value(DeviceFunction.BLOCK_SIZE, 1), value(DeviceFunction.BLOCK_SIZE, 2));
        return builder.compare(Comparison.EQUAL, others, context.constant(Integer.SIZE, 1), "");
    }

    private void runRow(RowLoop.Blocks some, List<IrValue> arguments, IrBuilder builder) {
        RowGuards guards = threads.row().orElseThrow();
        Optional<HostRow> loops = threads.loops();
        RowLoop row = RowLoop.begin(some, guards, loops.map(HostRow::threads).orElse(1), arguments, builder, context);
        if (loops.isPresent()) {
            loops.get().call(rowMemory, arguments, this::value, row, context, builder);
            row.end(builder);
        } else {
            blocks.callBody(arguments, builder);
            rowNumbers.putAll(row.numbers());
            close(row.end(builder));
        }
    }

    /** Says of a loop over threads what is known of it. */
    private void close(IrInstruction branch) {
        threads.accesses().ifPresent(accesses -> accesses.close(branch));
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
     * Emits the loop over threads in a dimension, and those inside it.
     *
     * @param last the dimension of the innermost
     * @return the block behind the loop
     */
    private IrBlock loops(int dimension, int last, Runnable innermost, IrBuilder builder) {
        IrValue size = value(DeviceFunction.BLOCK_SIZE, dimension);
        String name = "thread." + IndexLowering.LETTERS.charAt(dimension);
        IrFunction function = blocks.function();
        IrBlock before = builder.block();
        IrBlock header = function.appendBlock(name + ".header");
        IrBlock inside = function.appendBlock(name + ".body");
        IrBlock exit = function.appendBlock(name + ".exit");
        IrType i32 = context.integer(Integer.SIZE);

        builder.branch(header);
        builder.moveToEnd(header);
        IrValue index = builder.phi(i32, name);
        builder.addIncoming(index, context.constant(Integer.SIZE, 0), before);
        builder.branch(builder.compare(Comparison.BELOW, index, size, ""), inside, exit);
        builder.moveToEnd(inside);
        indicesOf(DeviceFunction.THREAD_ID)[dimension] = index;
        if (dimension == last) {
            innermost.run();
        } else {
            builder.moveToEnd(loops(dimension - 1, last, innermost, builder));
        }
        IrBlock latch = builder.block();
        IrValue next = builder.add(index, context.constant(Integer.SIZE, 1));
        builder.addIncoming(index, next, latch);
        builder.branch(header);
        if (dimension == 0) {
            close(latch.terminator().orElseThrow());
        }
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

    /** Returns the number of the thread in its row, inside the innermost loop. */
    IrValue value(RowFunction function) {
        IrValue number = rowNumbers.get(function);
        if (number == null) {
            throw new IllegalStateException(function + " has no value");
        }
        return number;
    }
}
