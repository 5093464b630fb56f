package io.github.offload4j.codegen.flow.graph;

import java.util.Arrays;

/**
 * Which nodes control has passed on every way to a node.
 *
 * <p>The immediate dominators are found by repeated intersection in reverse postorder, as Cooper, Harvey and Kennedy
 * describe in "A Simple, Fast Dominance Algorithm".
 */
public final class Dominators {
    private static final int NONE = -1;

    private final int[] immediate;
    private final int[] number;

    /** Finds the dominators of every node that control can reach. */
    public Dominators(Graph graph) {
        int[] order = graph.reversePostorder();
        immediate = new int[graph.size()];
        number = new int[graph.size()];
        Arrays.fill(immediate, NONE);
        Arrays.fill(number, NONE);
        for (int i = 0; i < order.length; i++) {
            number[order[i]] = i;
        }
        if (order.length > 0) {
            immediate[0] = 0;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < order.length; i++) {
                int node = order[i];
                int found = NONE;
                for (int predecessor : graph.predecessors(node)) {
                    if (immediate[predecessor] != NONE) {
                        found = found == NONE ? predecessor : meet(found, predecessor);
                    }
                }
                changed |= immediate[node] != found;
                immediate[node] = found;
            }
        }
    }

    private int meet(int first, int second) {
        int a = first;
        int b = second;
        while (a != b) {
            if (number[a] > number[b]) {
                a = immediate[a];
            } else {
                b = immediate[b];
            }
        }
        return a;
    }

    /** Returns whether control can get to a node. */
    public boolean isReachable(int node) {
        return immediate[node] != NONE;
    }

    /** Returns the last node that control passes on every way to a node that it can get to; 0 for 0 itself. */
    public int immediate(int node) {
        return immediate[node];
    }

    /** Returns whether every way to the second node leads through the first; a node dominates itself. */
    public boolean dominates(int first, int second) {
        if (!isReachable(first) || !isReachable(second)) {
            return false;
        }
        int node = second;
        while (number[node] > number[first]) {
            node = immediate[node];
        }
        return node == first;
    }
}
