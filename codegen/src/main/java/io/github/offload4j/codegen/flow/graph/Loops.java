package io.github.offload4j.codegen.flow.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The natural loops of a graph: those that control enters in one node only. A cycle with two entries belongs to no loop of
 * its own.
 */
public final class Loops {
    /**
     * A loop.
     *
     * @param header where control enters it
     * @param nodes the nodes in it, the header included
     */
    public record Loop(int header, BitSet nodes) {}

    private final List<Loop> loops = new ArrayList<>();

    /** Finds the loops of a graph. */
    public Loops(Graph graph, Dominators dominators) {
        Map<Integer, BitSet> found = new TreeMap<>();
        for (int node = 0; node < graph.size(); node++) {
            for (int header : graph.successors(node)) {
                if (dominators.dominates(header, node)) {
                    collect(graph, header, node, found.computeIfAbsent(header, h -> new BitSet()));
                }
            }
        }
        found.forEach((header, nodes) -> loops.add(new Loop(header, nodes)));
        loops.sort(Comparator.comparingInt((Loop loop) -> loop.nodes().cardinality())
                .reversed());
    }

    private static void collect(Graph graph, int header, int latch, BitSet nodes) {
        nodes.set(header);
        List<Integer> open = new ArrayList<>(List.of(latch));
        while (!open.isEmpty()) {
            int node = open.remove(open.size() - 1);
            if (!nodes.get(node)) {
                nodes.set(node);
                open.addAll(graph.predecessors(node));
            }
        }
    }

    /** Returns the loops, outer ones before those inside them. */
    public List<Loop> outermostFirst() {
        return List.copyOf(loops);
    }
}
