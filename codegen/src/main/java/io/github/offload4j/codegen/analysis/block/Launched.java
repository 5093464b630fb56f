package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A kernel, and what is known of its launch.
 *
 * @param module that has the kernel, inlined and without stack slots
 * @param kernel the kernel
 * @param block the threads of a block in each dimension
 * @param grid the blocks in each dimension, as far as that is known
 * @param arguments numbers that parameters certainly have
 */
public record Launched(
        IrModule module, IrFunction kernel, List<Integer> block, List<OptionalInt> grid, Map<Integer, Long> arguments) {
    /** Copies the collections. */
    public Launched {
        block = List.copyOf(block);
        grid = List.copyOf(grid);
        arguments = Map.copyOf(arguments);
    }

    int threads() {
        return block.get(0) * block.get(1) * block.get(2);
    }
}
