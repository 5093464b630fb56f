package io.github.offload4j.irtests.filecheck;

import static io.github.offload4j.irtests.filecheck.Verdict.Outcome.FAILED;
import static io.github.offload4j.irtests.filecheck.Verdict.Outcome.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What each directive asks of the input. */
final class DirectiveTest {
    @Test
    void checksMatchInOrder() {
        assertThat(outcome("CHECK: one\nCHECK: two", "one\ntwo")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: two\nCHECK: one", "one\ntwo")).isEqualTo(FAILED);
    }

    @Test
    void nextMatchesOnTheNextLineOnly() {
        assertThat(outcome("CHECK: a\nCHECK-NEXT: b", "a\nb")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: a\nCHECK-NEXT: b", "a b")).isEqualTo(FAILED);
        assertThat(outcome("CHECK: a\nCHECK-NEXT: b", "a\n\nb")).isEqualTo(FAILED);
    }

    @Test
    void sameMatchesOnTheSameLineOnly() {
        assertThat(outcome("CHECK: a\nCHECK-SAME: b", "a b")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: a\nCHECK-SAME: b", "a\nb")).isEqualTo(FAILED);
    }

    @Test
    void emptyMatchesAnEmptyNextLineOnly() {
        assertThat(outcome("CHECK: a\nCHECK-EMPTY:", "a\n\nb")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: a\nCHECK-EMPTY:", "a\nb\n\nc")).isEqualTo(FAILED);
    }

    @Test
    void notExcludesTheTextBetweenItsNeighbours() {
        assertThat(outcome("CHECK: a\nCHECK-NOT: x\nCHECK: b", "x a b x")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: a\nCHECK-NOT: x\nCHECK: b", "a x b")).isEqualTo(FAILED);
    }

    @Test
    void trailingNotExcludesTheRestOfTheInput() {
        assertThat(outcome("CHECK: a\nCHECK-NOT: x", "x a b")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: a\nCHECK-NOT: x", "a b x")).isEqualTo(FAILED);
    }

    @Test
    void dagsMatchInAnyOrder() {
        assertThat(outcome("CHECK-DAG: a\nCHECK-DAG: b", "b\na")).isEqualTo(PASSED);
    }

    @Test
    void dagsDoNotOverlap() {
        assertThat(outcome("CHECK-DAG: ab\nCHECK-DAG: bc", "abc")).isEqualTo(FAILED);
        assertThat(outcome("CHECK-DAG: ab\nCHECK-DAG: bc", "abc bc")).isEqualTo(PASSED);
    }

    @Test
    void notPartsTwoGroupsOfDags() {
        assertThat(outcome("CHECK-DAG: a\nCHECK-NOT: x\nCHECK-DAG: b", "a\nb")).isEqualTo(PASSED);
        assertThat(outcome("CHECK-DAG: a\nCHECK-NOT: x\nCHECK-DAG: b", "b\na")).isEqualTo(FAILED);
        assertThat(outcome("CHECK-DAG: a\nCHECK-NOT: x\nCHECK-DAG: b", "a\nx\nb"))
                .isEqualTo(FAILED);
    }

    @Test
    void labelBoundsTheSearchesBeforeIt() {
        assertThat(outcome("CHECK-LABEL: f\nCHECK: a\nCHECK-LABEL: g", "f\na\ng"))
                .isEqualTo(PASSED);
        assertThat(outcome("CHECK-LABEL: f\nCHECK: a\nCHECK-LABEL: g", "f\ng\na"))
                .isEqualTo(FAILED);
    }

    @Test
    void countAsksForSoManyMatches() {
        assertThat(outcome("CHECK-COUNT-2: a", "a\na")).isEqualTo(PASSED);
        assertThat(outcome("CHECK-COUNT-2: a", "a\nb")).isEqualTo(FAILED);
    }

    @Test
    void literalTakesBlocksAsText() {
        assertThat(outcome("CHECK{LITERAL}: {{a}}", "{{a}}")).isEqualTo(PASSED);
        assertThat(outcome("CHECK{LITERAL}: {{a}}", "a")).isEqualTo(FAILED);
    }

    @Test
    void commentsDoNotCount() {
        assertThat(outcome("COM: CHECK: x\nRUN: CHECK: y\nCHECK: a", "a")).isEqualTo(PASSED);
    }

    private static Verdict.Outcome outcome(String checks, String input) {
        return FileCheck.withDefaultPrefix().check(checks, input).outcome();
    }
}
