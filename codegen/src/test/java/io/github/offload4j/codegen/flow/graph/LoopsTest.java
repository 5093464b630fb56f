package io.github.offload4j.codegen.flow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopsTest {
    /** Returns the loops as header and nodes, outer ones first. */
    private static List<String> of(int nodes, String edges) {
        Graph graph = Graphs.of(nodes, edges);
        return new Loops(graph, new Dominators(graph))
                .outermostFirst().stream()
                        .map(loop -> loop.header() + " of " + loop.nodes())
                        .toList();
    }

    @Test
    void aBlockThatJumpsToItselfIsALoop() {
        assertThat(of(3, "0>1 1>1 1>2")).containsExactly("1 of {1}");
    }

    @Test
    void aLoopHasEveryNodeThatLeadsBackToItsHeader() {
        assertThat(of(6, "0>1 1>2 2>3 2>4 3>1 4>1 1>5")).containsExactly("1 of {1, 2, 3, 4}");
    }

    @Test
    void exitsInTheMiddleDoNotBelongToIt() {
        assertThat(of(5, "0>1 1>2 2>3 2>1 1>4")).containsExactly("1 of {1, 2}");
    }

    @Test
    void outerLoopsComeFirst() {
        assertThat(of(5, "0>1 1>2 2>2 2>3 3>1 3>4")).containsExactly("1 of {1, 2, 3}", "2 of {2}");
    }

    @Test
    void loopsInARowAreLoopsOfTheirOwn() {
        assertThat(of(4, "0>1 1>1 1>2 2>2 2>3")).containsExactly("1 of {1}", "2 of {2}");
    }

    @Test
    void aCycleWithTwoEntriesIsNoLoop() {
        assertThat(of(4, "0>1 0>2 1>2 2>1 2>3")).isEmpty();
    }

    @Test
    void aLoopAroundACycleWithTwoEntriesIsFound() {
        assertThat(of(5, "0>1 1>2 1>3 2>3 3>2 3>1 1>4")).containsExactly("1 of {1, 2, 3}");
    }

    @Test
    void endlessLoopsAreLoops() {
        assertThat(of(3, "0>1 1>2 2>1")).containsExactly("1 of {1, 2}");
    }

    @Test
    void cyclesThatControlNeverReachesAreNoLoops() {
        assertThat(of(4, "0>1 2>3 3>2")).isEmpty();
    }

    @Test
    void theReverseOfThePostorderPutsNodesBeforeTheirSuccessors() {
        assertThat(Graphs.of(5, "0>2 2>1 0>1 1>3").reversePostorder()).containsExactly(0, 2, 1, 3);
    }
}
