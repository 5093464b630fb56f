package io.github.offload4j.codegen.flow.graph;

import java.util.ArrayList;
import java.util.List;

/** A directed graph over the nodes 0 to n - 1, of which 0 is where control enters. */
public final class Graph {
    private final List<List<Integer>> successors = new ArrayList<>();
    private final List<List<Integer>> predecessors = new ArrayList<>();

    /** Creates a graph without edges. */
    public Graph(int nodes) {
        for (int i = 0; i < nodes; i++) {
            successors.add(new ArrayList<>());
            predecessors.add(new ArrayList<>());
        }
    }

    /** Adds an edge; a second one between the same nodes changes nothing. */
    public void connect(int from, int to) {
        if (!successors.get(from).contains(to)) {
            successors.get(from).add(to);
            predecessors.get(to).add(from);
        }
    }

    /** Returns how many nodes there are. */
    public int size() {
        return successors.size();
    }

    /** Returns where control goes from a node. */
    public List<Integer> successors(int node) {
        return successors.get(node);
    }

    /** Returns where control comes from at a node. */
    public List<Integer> predecessors(int node) {
        return predecessors.get(node);
    }

    /** Returns the nodes that control can reach, each before its successors except where an edge goes back. */
    public int[] reversePostorder() {
        int[] order = new int[size()];
        int last = size();
        boolean[] seen = new boolean[size()];
        int[] next = new int[size()];
        List<Integer> path = new ArrayList<>();
        if (size() > 0) {
            path.add(0);
            seen[0] = true;
        }
        while (!path.isEmpty()) {
            int node = path.get(path.size() - 1);
            if (next[node] < successors.get(node).size()) {
                int successor = successors.get(node).get(next[node]++);
                if (!seen[successor]) {
                    seen[successor] = true;
                    path.add(successor);
                }
            } else {
                order[--last] = node;
                path.remove(path.size() - 1);
            }
        }
        return java.util.Arrays.copyOfRange(order, last, order.length);
    }
}
