package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
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
 * The loops that run a whole grid on the host: blocks outermost, threads innermost, and of each the z, then the y, then
 * the x dimension, so that x varies fastest.
 *
 * <p>libomptarget's host plugin calls a kernel once whatever the grid. The sizes come through the hidden pointer, which
 * for modules with host images holds the address of the launch's kernel-arguments struct.
 */
final class GridLoop {
    private static final int DIMENSIONS = 3;

    private final IrModule module;
    private final IrContext context;
    private final KernelWrapper wrapper;
    private final Optional<HostBlock> block;
    private final Map<DeviceFunction, IrValue[]> indices = new EnumMap<>(DeviceFunction.class);

    /**
     * Prepares the loops.
     *
     * @param block runs the threads of a block, where that is not done by loops as well
     */
    GridLoop(IrModule module, KernelWrapper wrapper, Optional<HostBlock> block) {
        this.module = module;
        this.block = block;
        this.context = module.context();
        this.wrapper = wrapper;
    }

    /** Emits the wrapper's body. */
    void emit() {
        IrFunction function = wrapper.function();
        IrBlock entry = function.appendBlock("entry");
        IrBlock lost = function.appendBlock("without.bounds");
        IrBlock start = function.appendBlock("start");
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            IrValue address = builder.pointerToInteger(wrapper.hiddenPointer(), context.integer(Long.SIZE));
            IrValue none = context.constant(Long.SIZE, RuntimeConstants.NO_LAUNCH_ENVIRONMENT);
            builder.branch(builder.compare(Comparison.EQUAL, address, none, ""), lost, start);
            builder.moveToEnd(lost);
            HostStop stop = new HostStop(module);
            stop.emit(
                    "kernel '" + function.name()
                            + "' was launched on the host without the address of its launch bounds;"
                            + " rebuild the host module with the image embedded",
                    builder);
            builder.moveToEnd(start);
            indices.put(DeviceFunction.GRID_SIZE, sizes("NumTeams", builder));
            indices.put(DeviceFunction.BLOCK_SIZE, sizes("ThreadLimit", builder));
            indices.put(DeviceFunction.BLOCK_ID, new IrValue[DIMENSIONS]);
            indices.put(DeviceFunction.THREAD_ID, new IrValue[DIMENSIONS]);
            List<IrValue> arguments = wrapper.arguments(builder);
            if (block.isEmpty()) {
                builder.moveToEnd(loops(0, start, () -> wrapper.callBody(arguments, builder), builder));
            } else {
                HostMemory memory = HostMemory.reserve(
                        block.get(), wrapper, value(DeviceFunction.BLOCK_SIZE), module, stop, builder);
                builder.moveToEnd(
                        loops(0, memory.reserved(), () -> callBlock(block.get(), memory, arguments, builder), builder));
                memory.release(builder);
            }
            builder.returnVoid();
        }
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

    private IrValue[] sizes(String field, IrBuilder builder) {
        IrType i32 = context.integer(Integer.SIZE);
        IrValue[] sizes = new IrValue[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            int offset = StructLayout.KERNEL_ARGUMENTS.offset(field) + i * Integer.BYTES;
            IrValue place = builder.offsetAddress(
                    context.integer(Byte.SIZE), wrapper.hiddenPointer(), context.constant(Integer.SIZE, offset), "");
            IrValue size = builder.load(i32, place, Integer.BYTES, "");
            // The runtime reads a y or z size of 0 as 1.
            IrValue isZero = builder.compare(Comparison.EQUAL, size, context.constant(Integer.SIZE, 0), "");
            sizes[i] = i == 0 ? size : builder.select(isZero, context.constant(Integer.SIZE, 1), size, "");
        }
        return sizes;
    }

    /**
     * Emits the loop of a level and those inside it.
     *
     * @param level 0 for the outermost of six, or of three where a function runs the threads of a block
     * @return the block behind the loop
     */
    private IrBlock loops(int level, IrBlock from, Runnable innermost, IrBuilder builder) {
        boolean blocks = level < DIMENSIONS;
        int dimension = DIMENSIONS - 1 - level % DIMENSIONS;
        DeviceFunction id = blocks ? DeviceFunction.BLOCK_ID : DeviceFunction.THREAD_ID;
        IrValue size = value(blocks ? DeviceFunction.GRID_SIZE : DeviceFunction.BLOCK_SIZE, dimension);
        String name = (blocks ? "block." : "thread.") + IndexLowering.LETTERS.charAt(dimension);
        IrFunction function = wrapper.function();
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
        indicesOf(id)[dimension] = index;
        IrBlock last = inside;
        if (level == (block.isEmpty() ? 2 * DIMENSIONS : DIMENSIONS) - 1) {
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
