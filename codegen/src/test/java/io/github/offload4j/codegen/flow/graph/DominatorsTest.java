package io.github.offload4j.codegen.flow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DominatorsTest {
    private static Dominators of(int nodes, String edges) {
        return new Dominators(Graphs.of(nodes, edges));
    }

    @Test
    void everyNodeOfALineDominatesThoseBehindIt() {
        Dominators line = of(3, "0>1 1>2");
        assertThat(line.dominates(0, 2)).isTrue();
        assertThat(line.dominates(1, 2)).isTrue();
        assertThat(line.dominates(2, 1)).isFalse();
        assertThat(line.dominates(1, 1)).isTrue();
    }

    @Test
    void neitherSideOfABranchDominatesTheJoin() {
        Dominators diamond = of(4, "0>1 0>2 1>3 2>3");
        assertThat(diamond.dominates(1, 3)).isFalse();
        assertThat(diamond.dominates(2, 3)).isFalse();
        assertThat(diamond.dominates(0, 3)).isTrue();
    }

    @Test
    void noEntryOfACycleWithTwoEntriesDominatesTheOther() {
        Dominators cycle = of(4, "0>1 0>2 1>2 2>1 2>3");
        assertThat(cycle.dominates(1, 2)).isFalse();
        assertThat(cycle.dominates(2, 1)).isFalse();
        assertThat(cycle.dominates(2, 3)).isTrue();
    }

    @Test
    void earlyReturnsDoNotHideWhatComesBehind() {
        Dominators early = of(5, "0>1 1>2 1>3 3>4");
        assertThat(early.dominates(1, 4)).isTrue();
        assertThat(early.dominates(2, 4)).isFalse();
    }

    @Test
    void nodesThatControlNeverReachesDominateNothingAndAreDominatedByNothing() {
        Dominators dead = of(4, "0>1 2>1 2>3 3>2");
        assertThat(dead.isReachable(2)).isFalse();
        assertThat(dead.dominates(2, 1)).isFalse();
        assertThat(dead.dominates(0, 2)).isFalse();
        assertThat(dead.dominates(0, 1)).isTrue();
    }

    @Test
    void endlessLoopsHaveDominatorsToo() {
        Dominators endless = of(3, "0>1 1>2 2>1");
        assertThat(endless.dominates(1, 2)).isTrue();
    }

    @Test
    void oneNodeDominatesItself() {
        assertThat(of(1, "").dominates(0, 0)).isTrue();
        assertThat(of(1, "0>0").dominates(0, 0)).isTrue();
    }

    /** A node dominates another exactly when taking it away cuts the other off. */
    @Test
    void agreesWithTakingNodesAway() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int nodes = 1 + random.nextInt(9);
            Graph graph = new Graph(nodes);
            for (int edge = random.nextInt(2 * nodes + 1); edge > 0; edge--) {
                graph.connect(random.nextInt(nodes), random.nextInt(nodes));
            }
            Dominators dominators = new Dominators(graph);
            BitSet reachable = reachable(graph, -1);
            for (int first = 0; first < nodes; first++) {
                BitSet without = reachable(graph, first);
                for (int second = 0; second < nodes; second++) {
                    boolean expected = reachable.get(first) && reachable.get(second) && !without.get(second);
                    assertThat(dominators.dominates(first, second)).isEqualTo(expected);
                }
            }
        }
    }

    private static BitSet reachable(Graph graph, int without) {
        BitSet seen = new BitSet();
        walk(graph, 0, without, seen);
        return seen;
    }

    private static void walk(Graph graph, int node, int without, BitSet seen) {
        if (node != without && !seen.get(node)) {
            seen.set(node);
            graph.successors(node).forEach(next -> walk(graph, next, without, seen));
        }
    }
}
