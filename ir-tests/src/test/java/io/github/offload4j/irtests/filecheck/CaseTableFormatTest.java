package io.github.offload4j.irtests.filecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How case files are read. */
final class CaseTableFormatTest {
    @Test
    void aCaseHasAVerdictANameAPrefixAndTwoTexts() {
        List<CheckCase> cases = CaseTable.parse("topic", """
                A comment.

                == fail [LOOP]: the name
                LOOP: a
                --
                b

                == pass: another
                CHECK: c
                --
                c
                """);

        assertThat(cases)
                .containsExactly(
                        new CheckCase("topic", "the name", Verdict.Outcome.FAILED, "LOOP", "LOOP: a\n", "b\n"),
                        new CheckCase("topic", "another", Verdict.Outcome.PASSED, "CHECK", "CHECK: c\n", "c\n"));
    }

    @Test
    void standInsBecomeWhatTheyStandFor() {
        assertThat(CaseTable.parse("topic", "== pass: x\na\u2409b\u2420\u240d\n--\nc\n\u2424\n\n"))
                .containsExactly(new CheckCase("topic", "x", Verdict.Outcome.PASSED, "CHECK", "a\tb \r\n", "c\n\n"));
        assertThat(CaseTable.parse("topic", "== pass: x\na\n--\nc\u2403\n"))
                .containsExactly(new CheckCase("topic", "x", Verdict.Outcome.PASSED, "CHECK", "a\n", "c"));
    }

    @Test
    void aMalformedCaseIsAnError() {
        assertThatThrownBy(() -> CaseTable.parse("topic", "== perhaps: x\na\n--\nb\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CaseTable.parse("topic", "== pass: x\na\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
