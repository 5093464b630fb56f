package io.github.offload4j.codegen.flow.graph;

/** Graphs written as text. */
final class Graphs {
    private Graphs() {}

    /** Reads edges such as {@code "0>1 1>2 1>3"}. */
    static Graph of(int nodes, String edges) {
        Graph graph = new Graph(nodes);
        for (String edge : edges.split(" ", -1)) {
            if (!edge.isEmpty()) {
                int arrow = edge.indexOf('>');
                graph.connect(Integer.parseInt(edge.substring(0, arrow)), Integer.parseInt(edge.substring(arrow + 1)));
            }
        }
        return graph;
    }
}
