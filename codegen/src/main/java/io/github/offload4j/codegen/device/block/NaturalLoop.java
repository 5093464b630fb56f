package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.flow.graph.Dominators;
import io.github.offload4j.codegen.flow.graph.Graph;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loop of a function.
 *
 * @param head the block that it is entered in
 * @param latch a block that goes round
 * @param blocks those of the loop
 */
public record NaturalLoop(IrBlock head, IrBlock latch, Set<IrBlock> blocks) {
    /** Returns the loops of a function, one for each jump that goes round. */
    static List<NaturalLoop> of(IrFunction function) {
        List<IrBlock> all = function.blocks();
        Map<IrBlock, Integer> numbers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            numbers.put(all.get(i), i);
        }
        Graph graph = new Graph(all.size());
        for (int i = 0; i < all.size(); i++) {
            for (IrBlock next : all.get(i).terminator().orElseThrow().successors()) {
                graph.connect(i, numbers.getOrDefault(next, 0));
            }
        }
        Dominators dominators = new Dominators(graph);
        List<NaturalLoop> found = new ArrayList<>();
        for (int latch = 0; latch < all.size(); latch++) {
            for (int head : graph.successors(latch)) {
                if (dominators.isReachable(latch) && dominators.dominates(head, latch)) {
                    found.add(new NaturalLoop(all.get(head), all.get(latch), body(all.get(head), all.get(latch))));
                }
            }
        }
        return found;
    }

    /** Returns the loops of a function that have no other one inside. */
    public static List<NaturalLoop> innermost(IrFunction function) {
        List<NaturalLoop> found = of(function);
        return found.stream()
                .filter(loop -> found.stream()
                        .noneMatch(other -> !other.equals(loop)
                                && loop.blocks().contains(other.latch())
                                && loop.blocks().containsAll(other.blocks())))
                .toList();
    }

    private static Set<IrBlock> body(IrBlock head, IrBlock latch) {
        Set<IrBlock> body = new LinkedHashSet<>(Set.of(head));
        Deque<IrBlock> open = new ArrayDeque<>(List.of(latch));
        while (!open.isEmpty()) {
            IrBlock block = open.pop();
            if (body.add(block)) {
                open.addAll(block.predecessors());
            }
        }
        return body;
    }
}
