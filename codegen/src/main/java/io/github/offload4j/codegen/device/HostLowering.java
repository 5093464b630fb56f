package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.BlockForm;
import io.github.offload4j.codegen.device.block.CommonCode;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes loops over the grid of a module's kernels, into which everything is inlined. */
final class HostLowering {
    private static final String INLINE = "always-inline";

    /**
     * How the host runs kernels whose threads have to do with each other.
     *
     * @param level how much is known of their values before loops are looked for
     * @param choice which form the threads of a block get
     */
    record Threads(OptimizationLevel level, BlockForm.Choice choice) {}

    private final KernelModule kernels;
    private final IrModule module;
    private final TargetMachine machine;
    private final List<GridFunction> apart = new ArrayList<>();
    private final List<GridLoop> loops = new ArrayList<>();
    private final Map<GridFunction, HostBlocks> blocks = new LinkedHashMap<>();

    private HostLowering(KernelModule kernels, TargetMachine machine) {
        this.kernels = kernels;
        this.module = kernels.module();
        this.machine = machine;
    }

    /** Rewrites a module's kernels in place. */
    static void lower(KernelModule kernels, TargetMachine machine, Threads threads) {
        kernels.internalize();
        new HostLowering(kernels, machine).lower(threads);
        kernels.dropDeviceDeclarations();
    }

    private void lower(Threads threads) {
        for (IrFunction function : module.functions()) {
            if (DeviceFunction.of(function.name())
                    .filter(DeviceFunction::isIndex)
                    .isPresent()) {
                RowFunction.asComputation(function, module.context());
            }
        }
        List<IrFunction> kept = new ArrayList<>();
        List<GridFunction> functions = new ArrayList<>();
        for (IrFunction kernel : kernels.kernels()) {
            String symbol = kernel.name();
            boolean together = HostBlocks.isOne(kernel);
            KernelWrapper wrapper = new KernelWrapper(module, kernel, TargetLowering.C, TargetLowering.GENERIC, true);
            GridFunction function = GridFunction.blocks(wrapper, module);
            functions.add(function);
            kept.add(wrapper.function());
            kept.add(function.function());
            if (together) {
                blocks.put(function, HostBlocks.of(wrapper.body(), symbol, module));
            } else {
                apart.add(function);
            }
        }
        blocks.values().forEach(block -> kept.add(block.function()));
        apart.forEach(function -> kept.add(function.body()));
        TargetLowering.inlineAll(module, kept);
        // the pass deletes what nothing calls, and nothing calls these before their loops are there
        kept.forEach(function -> Attributes.removeFromFunction(function, "alwaysinline"));
        machine.runPasses(module.raw(), INLINE);
        for (GridFunction function : apart) {
            GridLoop loop =
                    GridLoop.of(function, ApartThreads.of(function.body(), module, machine, threads.level()), module);
            emit(function, loop);
            loops.add(loop);
            TargetLowering.alwaysInline(function.body(), module);
        }
        if (!blocks.isEmpty()) {
            blocks.forEach((function, block) -> {
                HostBlock lowered = block.lower(machine, threads.level(), threads.choice());
                emit(function, GridLoop.of(function, lowered, module));
            });
        }
        CommonCode.LAUNCH.link(module);
        machine.runPasses(module.raw(), INLINE + "," + TargetLowering.DROP_UNREACHABLE);
        HostBlocks.finish(module);
        loops.forEach(HostLowering::replaceIndices);
        if (HostAtomics.settle(module, machine, functions)) {
            machine.runPasses(module.raw(), INLINE + "," + TargetLowering.DROP_UNREACHABLE);
        }
        RowFunction.forget(module);
    }

    private void emit(GridFunction function, GridLoop loop) {
        loop.emit();
        HostLaunch.emit(function, loop.row(), module);
    }

    private static void replaceIndices(GridLoop loop) {
        for (IrInstruction call : loop.code().instructions()) {
            RowFunction.calledBy(call).ifPresent(way -> {
                call.replaceUsesWith(loop.value(way));
                call.erase();
            });
        }
        for (IrInstruction call : DeviceCalls.in(loop.code())) {
            call.replaceUsesWith(loop.value(DeviceCalls.function(call), DeviceCalls.dimension(call)));
            call.erase();
        }
    }
}
