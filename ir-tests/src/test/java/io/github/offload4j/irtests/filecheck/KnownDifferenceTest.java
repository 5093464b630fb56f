package io.github.offload4j.irtests.filecheck;

import static io.github.offload4j.irtests.filecheck.Verdict.Outcome.PASSED;
import static io.github.offload4j.irtests.filecheck.Verdict.Outcome.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pins where {@link FileCheck} documents that it differs from LLVM's tool. */
final class KnownDifferenceTest {
    @Test
    void numericBlocksAreRejected() {
        assertThat(check("CHECK: a[[#]]", "a1").outcome()).isEqualTo(REJECTED);
        assertThat(check("CHECK: a[[#N:]]", "a1").message())
                .contains("numeric block '[[#N:]]', which is not supported");
        assertThat(check("CHECK: a[[@LINE]]", "a1").outcome()).isEqualTo(REJECTED);
    }

    @Test
    void groupsOfAnAmbiguousMatchAreFilledByTheFirstAlternativeThatFits() {
        assertThat(check("CHECK: [[A:x|xy]]{{(yz|z)}}\nCHECK: <[[A]]>", "xyz\n<x>")
                        .outcome())
                .isEqualTo(PASSED);
    }

    @Test
    void aRegexMatchesCharacters() {
        assertThat(check("CHECK: {{^.$}}", "é").outcome()).isEqualTo(PASSED);
    }

    @Test
    void collatingElementsWithANameAreRejected() {
        assertThat(check("CHECK: {{[[.hyphen.]]}}", "-").outcome()).isEqualTo(REJECTED);
    }

    @Test
    void anUnbalancedBracketInAVariableBlockIsRejected() {
        assertThat(check("CHECK: [[A:x]b]]", "x").outcome()).isEqualTo(REJECTED);
    }

    @Test
    void anAnchorRepeatedByACountMatches() {
        assertThat(check("CHECK: {{a(${2})}}", "a").outcome()).isEqualTo(PASSED);
    }

    private static Verdict check(String checks, String input) {
        return FileCheck.withDefaultPrefix().check(checks, input);
    }
}
