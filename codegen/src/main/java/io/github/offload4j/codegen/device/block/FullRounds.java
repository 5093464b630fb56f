package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits loops in strides: the rounds that every work-item takes part in, all of them do together, one round after the other,
 * and what is left each does by itself, in the loop that was there. Threads that do not wait for each other may run in any
 * order, so also in this one; each does what it did, in the order in which it did it.
 */
final class FullRounds {
    private static final int MOST_LOOPS = 8;

    private FullRounds() {}

    /**
     * Splits the loops of a work-item's code, outer ones first, where it is known which rounds all take part in.
     *
     * @return where rounds of all begin
     */
    static List<SplitLoop> split(BlockFunction item, IrModule module) {
        List<SplitLoop> made = new ArrayList<>();
        Set<IrBlock> seen = new HashSet<>();
        Optional<SplitLoop> next = next(item, seen, module);
        while (next.isPresent()) {
            made.add(next.get());
            seen.add(next.get().round());
            next = made.size() < MOST_LOOPS ? next(item, seen, module) : Optional.empty();
        }
        return made;
    }

    private static Optional<SplitLoop> next(BlockFunction item, Set<IrBlock> seen, IrModule module) {
        IrFunction function = item.function();
        List<NaturalLoop> loops = new ArrayList<>(NaturalLoop.of(function));
        Divergence divergence = Divergence.of(function);
        if (loops.isEmpty() || !meetTogether(function, divergence)) {
            return Optional.empty();
        }
        loops.sort(Comparator.comparing(loop -> -loop.blocks().size()));
        return loops.stream()
                .filter(loop -> seen.add(loop.head()))
                .flatMap(loop -> StridedLoop.of(loop, divergence).stream())
                .findFirst()
                .map(loop -> SplitLoop.split(loop, item, divergence, module));
    }

    /** Returns whether work-items meet where all of them come to, if at all; else they are no loops. */
    private static boolean meetTogether(IrFunction function, Divergence divergence) {
        return function.instructions().stream()
                .filter(ItemFunction.MEET::isCalledBy)
                .noneMatch(meeting -> divergence.isApart(meeting.block()));
    }
}
