package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.MemoryOrder;
import java.util.List;

/** AMD's work-item intrinsics, and the implicit kernel arguments of code object version 5. */
final class AmdgcnIndices implements IndexLowering {
    static final String CODE_OBJECT_FLAG = "amdhsa_code_object_version";

    /** Offset of the first of three u32: the blocks of the grid ({@code hidden_block_count_x}). */
    private static final int BLOCK_COUNT_OFFSET = 0;

    /** Offset of the first of three u16: the threads of a block ({@code hidden_group_size_x}). */
    private static final int GROUP_SIZE_OFFSET = 12;

    /** The scope of a block's threads. */
    private static final String BLOCK = "workgroup";

    private final IrModule module;

    AmdgcnIndices(IrModule module) {
        this.module = module;
    }

    @Override
    public IrValue index(DeviceFunction function, int dimension, IrBuilder builder) {
        return switch (function) {
            case THREAD_ID -> workItem("workitem", dimension, builder);
            case BLOCK_ID -> workItem("workgroup", dimension, builder);
            case BLOCK_SIZE -> implicit(GROUP_SIZE_OFFSET + 2 * dimension, Short.SIZE, builder);
            case GRID_SIZE -> implicit(BLOCK_COUNT_OFFSET + 4 * dimension, Integer.SIZE, builder);
            default -> throw new IllegalArgumentException(function + " is no index");
        };
    }

    private IrValue workItem(String what, int dimension, IrBuilder builder) {
        return builder.call(
                module.intrinsic("llvm.amdgcn." + what + ".id." + LETTERS.charAt(dimension)), List.of(), "");
    }

    private IrValue implicit(int offset, int bits, IrBuilder builder) {
        IrContext context = module.context();
        IrValue arguments = builder.call(module.intrinsic("llvm.amdgcn.implicitarg.ptr"), List.of(), "");
        IrValue address = builder.offsetAddress(
                context.integer(Byte.SIZE), arguments, context.constant(Integer.SIZE, offset), "");
        IrValue value = builder.load(context.integer(bits), address, bits / Byte.SIZE, "");
        return builder.integerCast(value, context.integer(Integer.SIZE), false);
    }

    @Override
    public void barrier(IrBuilder builder, boolean copied) {
        builder.fence(MemoryOrder.RELEASE, BLOCK);
        builder.call(module.intrinsic("llvm.amdgcn.s.barrier"), List.of(), "");
        builder.fence(MemoryOrder.ACQUIRE, BLOCK);
    }
}
