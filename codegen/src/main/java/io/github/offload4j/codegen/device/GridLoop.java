package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Atomics;
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

    /** One block in the part of {@link GridFunction#row}. */
    static final long ROW_COUNT = 1L << Integer.SIZE;

    private final IrModule module;
    private final IrContext context;
    private final GridFunction blocks;
    private final Optional<HostBlock> block;
    private final ApartThreads threads;
    private final Optional<GridFunction> row;
    private IrValue rowMemory;
    private final Map<RowFunction, IrValue> rowNumbers = new EnumMap<>(RowFunction.class);
    private final Map<DeviceFunction, IrValue[]> indices = new EnumMap<>(DeviceFunction.class);

    private GridLoop(IrModule module, GridFunction blocks, Optional<HostBlock> block, ApartThreads threads) {
        this.module = module;
        this.block = block;
        this.threads = threads;
        this.context = module.context();
        this.rowMemory = context.nullPointer();
        this.blocks = blocks;
        this.row = asksForRowsOnly() ? Optional.of(blocks.row(module)) : Optional.empty();
    }

    /** Prepares loops over threads that have nothing to do with each other. */
    static GridLoop of(GridFunction blocks, ApartThreads threads, IrModule module) {
        return new GridLoop(module, blocks, Optional.empty(), threads);
    }

    /** Prepares loops over blocks whose threads a function runs. */
    static GridLoop of(GridFunction blocks, HostBlock block, IrModule module) {
        return new GridLoop(module, blocks, Optional.of(block), ApartThreads.UNKNOWN);
    }

    /** Returns whether a thread asks for nothing but its number in the row, and a row needs nothing but its arguments. */
    private boolean asksForRowsOnly() {
        return threads.accesses().isPresent()
                && threads.row().isPresent()
                && threads.loops().isEmpty()
                && DeviceCalls.in(blocks.body()).isEmpty()
                && blocks.body().instructions().stream().noneMatch(Atomics::hasScope);
    }

    /** Returns what runs a row of blocks by itself, where the kernel's code is in a function of its own for that. */
    Optional<GridFunction> row() {
        return row;
    }

    /** Returns the function into which the kernel's code is inlined. */
    IrFunction code() {
        return row.orElse(blocks).function();
    }

    /** Emits the functions' bodies. */
    void emit() {
        emitBlocks();
        row.ifPresent(this::emitRow);
    }

    private void emitRow(GridFunction function) {
        try (IrBuilder builder = IrBuilder.atEnd(function.function().appendBlock("entry"), context)) {
            IrType i32 = context.integer(Integer.SIZE);
            IrValue part = function.part();
            IrValue count = builder.divideUnsigned(part, context.constant(Long.SIZE, ROW_COUNT));
            RowLoop.Blocks some = new RowLoop.Blocks(
                    builder.integerCast(part, i32, false),
                    builder.integerCast(count, i32, false),
                    new LaunchSizes(function.hiddenPointer(), context).block(builder)[0]);
            List<IrValue> arguments = function.arguments(builder);
            runRow(function, some, arguments, builder);
            builder.returnVoid();
        }
    }

    private void emitBlocks() {
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
        Runnable run = row.<Runnable>map(
                        function -> () -> function.call(blocks.function(), part(some, builder), builder))
                .orElse(() -> runRow(blocks, some, arguments, builder));
        return loops(DIMENSIONS - 1, 1, run, builder);
    }

    private IrValue part(RowLoop.Blocks some, IrBuilder builder) {
        IrType i64 = context.integer(Long.SIZE);
        IrValue count = builder.zeroExtend(some.count(), i64);
        return builder.or(
                builder.zeroExtend(some.first(), i64), builder.multiply(count, context.constant(Long.SIZE, ROW_COUNT)));
    }

    /** Returns whether blocks are rows of threads, so that those of one row of blocks follow each other in it. */
    private IrValue isFlat(IrBuilder builder) {
        IrValue others = builder.or(value(DeviceFunction.BLOCK_SIZE, 1), value(DeviceFunction.BLOCK_SIZE, 2));
        return builder.compare(Comparison.EQUAL, others, context.constant(Integer.SIZE, 1), "");
    }

    private void runRow(GridFunction function, RowLoop.Blocks some, List<IrValue> arguments, IrBuilder builder) {
        RowGuards guards = threads.row().orElseThrow();
        Optional<HostRow> loops = threads.loops();
        RowLoop loop = RowLoop.begin(some, guards, loops.map(HostRow::threads).orElse(1), arguments, builder, context);
        if (loops.isPresent()) {
            loops.get().call(rowMemory, arguments, this::value, loop, context, builder);
            loop.end(builder);
        } else {
            function.callBody(arguments, builder);
            rowNumbers.putAll(loop.numbers());
            close(loop.end(builder));
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
