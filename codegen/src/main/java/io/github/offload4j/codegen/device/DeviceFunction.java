package io.github.offload4j.codegen.device;

import java.util.Optional;

/**
 * A declaration that kernels may call, and that each target answers in its own way. Front ends whose names have no dots write
 * underscores.
 */
enum DeviceFunction {
    /** The thread's number within its block, in one dimension. */
    THREAD_ID("offload.thread.id"),
    /** The block's number within the grid, in one dimension. */
    BLOCK_ID("offload.block.id"),
    /** The threads of a block, in one dimension. */
    BLOCK_SIZE("offload.block.size"),
    /** The blocks of the grid, in one dimension. */
    GRID_SIZE("offload.grid.size"),
    /** Waits until every thread of the block has come here. */
    BARRIER("offload.barrier");

    private final String symbol;

    DeviceFunction(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    static Optional<DeviceFunction> of(String symbol) {
        for (DeviceFunction function : values()) {
            if (function.symbol.equals(symbol)
                    || function.symbol.replace('.', '_').equals(symbol)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
