package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.abi.SiteFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.signature.KnownBlocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads with which blocks the operand bundles of a module launch kernels. */
final class LaunchedBlocks {
    /** The block of each kernel, and nothing for one that has several, or one that the program computes. */
    private final Map<String, Optional<KnownBlocks.Size>> blocks = new HashMap<>();

    private LaunchedBlocks() {}

    /** Returns the blocks; none when something is wrong with a mark, or the module launches kernels without marks. */
    static KnownBlocks of(IrModule module) {
        boolean unmarked = module.findFunction(SiteFunction.LAUNCH.symbol()).isPresent()
                || module.findFunction(SiteFunction.LAUNCH_NOWAIT.symbol()).isPresent();
        if (unmarked) {
            return KnownBlocks.none();
        }
        LaunchedBlocks launched = new LaunchedBlocks();
        for (List<IrInstruction> calls : new MarkIndex(module).functions()) {
            for (IrInstruction call : calls) {
                Optional<MarkPlan> plan = new MarkReader(MarkedCall.of(call), new Findings()).read();
                if (plan.isEmpty()) {
                    return KnownBlocks.none(); // the lowering says why
                }
                launched.add(plan.get().purpose());
            }
        }
        return launched.known();
    }

    private void add(MarkPlan.Purpose purpose) {
        if (purpose instanceof MarkPlan.Launch launch) {
            Optional<KnownBlocks.Size> block =
                    KnownBlocks.Size.of(launch.bounds().block());
            blocks.merge(launch.kernel(), block, (one, other) -> one.equals(other) ? one : Optional.empty());
        }
    }

    private KnownBlocks known() {
        Map<String, KnownBlocks.Size> sizes = new HashMap<>();
        blocks.forEach((kernel, block) -> block.ifPresent(size -> sizes.put(kernel, size)));
        return new KnownBlocks(sizes);
    }
}
