package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.Objects;
import java.util.Optional;

/**
 * A declaration that kernels may call, and that each target answers in its own way. Front ends whose names have no dots write
 * underscores. One that takes and gives back a value of several types is a family, whose members have the type behind the
 * name.
 */
public enum DeviceFunction {
    /** The thread's number within its block, in one dimension. */
    THREAD_ID("offload.thread.id", DeviceFunction.INDEX),
    /** The block's number within the grid, in one dimension. */
    BLOCK_ID("offload.block.id", DeviceFunction.INDEX),
    /** The threads of a block, in one dimension. */
    BLOCK_SIZE("offload.block.size", DeviceFunction.INDEX),
    /** The blocks of the grid, in one dimension. */
    GRID_SIZE("offload.grid.size", DeviceFunction.INDEX),
    /** Waits until every thread of the block has come here. */
    BARRIER("offload.barrier", "void ()"),
    /** The shared memory of the block that the launch decides the size of. */
    SHARED_DYNAMIC("offload.shared.dynamic", "ptr ()"),
    /** Orders memory for the threads of the block. */
    FENCE_BLOCK("offload.fence.block", "void ()"),
    /** Orders memory for the threads of the device. */
    FENCE_DEVICE("offload.fence.device", "void ()"),
    /** How many lanes a warp has. */
    WARP_SIZE("offload.warp.size", "i32 ()"),
    /** The thread's number within its warp. */
    LANE_ID("offload.lane.id", "i32 ()"),
    /** Waits until every lane of the warp has come here, and orders memory for them. */
    WARP_BARRIER("offload.warp.barrier", "void ()"),
    /** The value of the lane of some number, or the caller's own where there is no such lane; so of the next three. */
    SHUFFLE("offload.shuffle", DeviceFunction.EXCHANGE),
    /** The value of a lane that is so many before the caller's. */
    SHUFFLE_UP("offload.shuffle.up", DeviceFunction.EXCHANGE),
    /** The value of a lane that is so many behind the caller's. */
    SHUFFLE_DOWN("offload.shuffle.down", DeviceFunction.EXCHANGE),
    /** The value of the lane whose number differs from the caller's in these bits. */
    SHUFFLE_XOR("offload.shuffle.xor", DeviceFunction.EXCHANGE),
    /** A bit for each lane, set where the condition holds. */
    BALLOT("offload.ballot", "i64 (i1)"),
    /** Whether the condition holds for some lane. */
    ANY("offload.any", "i1 (i1)"),
    /** Whether the condition holds for every lane. */
    ALL("offload.all", "i1 (i1)");

    private static final String INDEX = "i32 (i32)";
    private static final String EXCHANGE = "T (T, i32)";

    private final String symbol;
    private final String prototype;

    DeviceFunction(String symbol, String prototype) {
        this.symbol = symbol;
        this.prototype = prototype;
    }

    /** Returns the symbol with dots, that of a family without a type. */
    public String symbol() {
        return symbol;
    }

    /** Returns the type in LLVM's spelling, with {@code T} where the members of a family differ. */
    String prototype() {
        return prototype;
    }

    /** Returns whether this asks for a number in one dimension. */
    public boolean isIndex() {
        return prototype.equals(INDEX);
    }

    /** Returns whether there is one for each {@link WarpType}. */
    boolean isFamily() {
        return prototype.equals(EXCHANGE);
    }

    /** Returns whether this orders memory, and nothing else. */
    boolean isFence() {
        return this == FENCE_BLOCK || this == FENCE_DEVICE;
    }

    /** Returns whether the threads of a block have to do with each other where one of them calls this. */
    boolean isOfBlock() {
        return this == BARRIER || this == SHARED_DYNAMIC || isOfWarp();
    }

    /** Returns whether lanes of a warp do this together, or ask about it. */
    public boolean isOfWarp() {
        return compareTo(WARP_SIZE) >= 0;
    }

    /**
     * Returns the function that an instruction calls; nothing when it calls none of them.
     *
     * @throws NullPointerException when the instruction is null
     */
    public static Optional<DeviceFunction> calledBy(IrInstruction instruction) {
        Objects.requireNonNull(instruction, "instruction is null");
        return instruction.calledFunction().flatMap(function -> of(function.name()));
    }

    /**
     * Returns the function that a symbol is that of, also where the type behind the name of a family is none of those that
     * there are.
     *
     * @return nothing when it is that of none
     * @throws NullPointerException when the symbol is null
     */
    public static Optional<DeviceFunction> of(String symbol) {
        Objects.requireNonNull(symbol, "symbol is null");
        Optional<DeviceFunction> found = Optional.empty();
        for (DeviceFunction function : values()) {
            // the families' names begin like one another's; the longest is meant
            if (function.matches(symbol)) {
                found = Optional.of(function);
            }
        }
        return found;
    }

    private boolean matches(String other) {
        return matches(symbol, '.', other) || matches(symbol.replace('.', '_'), '_', other);
    }

    private boolean matches(String name, char separator, String other) {
        return other.equals(name) || (isFamily() && other.startsWith(name + separator));
    }

    /**
     * Returns what stands behind the name of a family.
     *
     * @param member a symbol that this is the function of
     */
    String suffix(String member) {
        return member.length() > symbol.length() ? member.substring(symbol.length() + 1) : "";
    }
}
