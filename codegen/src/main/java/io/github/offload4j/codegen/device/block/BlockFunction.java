package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A function that runs one block of a kernel, or one work-item of it: three pointers to memory, nine sizes and numbers, and
 * the kernel's own arguments.
 *
 * @param function the function
 */
public record BlockFunction(IrFunction function) {
    private static final int DIMENSIONS = 3;
    private static final int POINTERS = 3;
    private static final int FIRST_BLOCK_ID = POINTERS;
    private static final int FIRST_BLOCK_SIZE = FIRST_BLOCK_ID + DIMENSIONS;
    private static final int FIRST_GRID_SIZE = FIRST_BLOCK_SIZE + DIMENSIONS;
    private static final int FIRST_ARGUMENT = FIRST_GRID_SIZE + DIMENSIONS;

    /** Returns the type of such a function for a kernel with these parameters. */
    public static IrType type(List<IrType> parameters, IrContext context) {
        List<IrType> all = new ArrayList<>();
        for (int i = 0; i < POINTERS; i++) {
            all.add(context.pointer());
        }
        for (int i = POINTERS; i < FIRST_ARGUMENT; i++) {
            all.add(context.integer(Integer.SIZE));
        }
        all.addAll(parameters);
        return context.function(context.voidType(), all);
    }

    /** Names the parameters that all have. */
    public void nameParameters() {
        String[] names = {
            "items", "shared", "dynamic", "block.x", "block.y", "block.z", "size.x", "size.y", "size.z", "grid.x",
            "grid.y", "grid.z"
        };
        for (int i = 0; i < names.length; i++) {
            function.nameParameter(i, names[i]);
        }
    }

    /** Returns the memory of the work-items; of one work-item where the function is that of one. */
    IrValue items() {
        return function.parameter(0);
    }

    /** Returns the block's variables in shared memory. */
    public IrValue shared() {
        return function.parameter(1);
    }

    /** Returns the shared memory that the launch decides the size of. */
    public IrValue dynamicShared() {
        return function.parameter(2);
    }

    /** Returns the block's number in a dimension. */
    public IrValue blockId(int dimension) {
        return function.parameter(FIRST_BLOCK_ID + dimension);
    }

    /** Returns how many work-items a block has in a dimension. */
    public IrValue blockSize(int dimension) {
        return function.parameter(FIRST_BLOCK_SIZE + dimension);
    }

    /** Returns how many blocks the grid has in a dimension. */
    public IrValue gridSize(int dimension) {
        return function.parameter(FIRST_GRID_SIZE + dimension);
    }

    /** Returns the kernel's own arguments. */
    public List<IrValue> arguments() {
        List<IrValue> arguments = new ArrayList<>();
        for (int i = FIRST_ARGUMENT; i < function.parameterCount(); i++) {
            arguments.add(function.parameter(i));
        }
        return arguments;
    }

    /** Returns all parameters, with other memory in the place of that of the work-items. */
    List<IrValue> parametersWith(IrValue items) {
        List<IrValue> parameters = new ArrayList<>(List.of(items));
        for (int i = 1; i < function.parameterCount(); i++) {
            parameters.add(function.parameter(i));
        }
        return parameters;
    }
}
