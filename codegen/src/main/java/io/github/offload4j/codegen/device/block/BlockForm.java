package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.List;
import java.util.Optional;

/**
 * How a block's work-items run on one thread.
 *
 * @param block runs one block
 * @param space what it needs memory for
 */
public record BlockForm(BlockFunction block, ItemSpace space) {
    /** Which form is wanted. */
    public enum Choice {
        /** Loops where all work-items are known to meet at the same places, and coroutines elsewhere. */
        BEST,
        /** Coroutines in any case, to compare with. */
        COROUTINES
    }

    /** What finds loops, and puts values in the place of variables, at any level: it is what tells which values are alike. */
    private static final String PROMOTE = "sroa,early-cse,simplifycfg";

    private static final String UNROLL = "instcombine<no-verify-fixpoint>,simplifycfg,loop-mssa(loop-rotate),"
            + "loop-unroll<O3;no-partial;no-runtime;no-upperbound;no-peeling>,sroa,early-cse,"
            + "instcombine<no-verify-fixpoint>,simplifycfg";

    private static final String SHAPE = "mergereturn,lower-switch,fix-irreducible,loop-simplify,lcssa";

    /**
     * Lowers the code of one work-item, into which everything has been inlined, where it can be loops.
     *
     * @param item is left for its work-items to be run one by one where it cannot
     */
    public static Optional<BlockForm> loops(BlockFunction item, IrModule module, TargetMachine machine) {
        machine.runPasses(item.function(), PROMOTE + "," + SHAPE);
        List<SplitLoop> split = FullRounds.split(item, module);
        return meet(item, split, module)
                ? RegionLoops.apply(item, ItemCode.of(item.function(), module.context()), module)
                        .map(space -> new BlockForm(item, space))
                : Optional.empty();
    }

    /**
     * Lets work-items meet in every round of the innermost loops, but for those that come of a split.
     *
     * @return whether there is such a loop, or a split one, in whose rounds they meet already
     */
    private static boolean meet(BlockFunction item, List<SplitLoop> split, IrModule module) {
        IrContext context = module.context();
        List<NaturalLoop> loops = NaturalLoop.innermost(item.function()).stream()
                .filter(loop -> split.stream()
                        .noneMatch(other -> other.round().equals(loop.head())
                                || other.rest().blocks().contains(loop.head())))
                .toList();
        for (NaturalLoop loop : loops) {
            try (IrBuilder builder = IrBuilder.before(loop.head().firstNonPhi(), context)) {
                builder.call(ItemFunction.MEET.in(module), List.of(context.constant(Integer.SIZE, 1)), "");
            }
        }
        return !loops.isEmpty() || !split.isEmpty();
    }

    /**
     * Lowers the code of one work-item, into which everything has been inlined.
     *
     * @param item is used up
     * @param kernel its name, for messages
     * @param places how a message names each place where work-items meet; the first is none
     */
    public static BlockForm of(
            BlockFunction item,
            IrModule module,
            TargetMachine machine,
            OptimizationLevel level,
            String kernel,
            List<String> places,
            Choice choice) {
        boolean unroll = level.compareTo(OptimizationLevel.O2) >= 0;
        machine.runPasses(item.function(), unroll ? PROMOTE + "," + UNROLL + "," + SHAPE : PROMOTE + "," + SHAPE);
        if (unroll && choice == Choice.BEST) {
            FullRounds.split(item, module);
        }
        ItemCode code = ItemCode.of(item.function(), module.context());
        Optional<ItemSpace> loops = choice == Choice.BEST ? RegionLoops.apply(item, code, module) : Optional.empty();
        if (loops.isPresent()) {
            return new BlockForm(item, loops.get());
        }
        BlockFunction block = Coroutines.apply(item, code, module, kernel, places);
        // the pass sees what something outside can call, and what that comes to
        block.function().setLinkage(Linkage.EXTERNAL);
        machine.runPasses(module.raw(), Coroutines.SPLIT);
        block.function().setLinkage(Linkage.INTERNAL);
        return new BlockForm(block, Coroutines.space());
    }
}
