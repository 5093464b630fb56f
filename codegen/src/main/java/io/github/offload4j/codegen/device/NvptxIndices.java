package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/** NVIDIA's special registers and barriers. */
final class NvptxIndices implements IndexLowering {
    private final IrModule module;

    NvptxIndices(IrModule module) {
        this.module = module;
    }

    @Override
    public IrValue index(DeviceFunction function, int dimension, IrBuilder builder) {
        String register = switch (function) {
            case THREAD_ID -> "tid";
            case BLOCK_ID -> "ctaid";
            case BLOCK_SIZE -> "ntid";
            case GRID_SIZE -> "nctaid";
            default -> throw new IllegalArgumentException(function + " is no index");
        };
        String name = "llvm.nvvm.read.ptx.sreg." + register + "." + LETTERS.charAt(dimension);
        return builder.call(module.intrinsic(name), List.of(), "");
    }

    @Override
    public void barrier(IrBuilder builder, boolean copied) {
        if (copied) {
            // the only one that threads of a warp need not come to together
            builder.call(
                    module.intrinsic("llvm.nvvm.barrier.sync"),
                    List.of(module.context().constant(Integer.SIZE, 0)),
                    "");
        } else {
            builder.call(module.intrinsic("llvm.nvvm.barrier0"), List.of(), "");
        }
    }
}
