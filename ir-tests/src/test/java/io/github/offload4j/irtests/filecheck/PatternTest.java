package io.github.offload4j.irtests.filecheck;

import static io.github.offload4j.irtests.filecheck.Verdict.Outcome.FAILED;
import static io.github.offload4j.irtests.filecheck.Verdict.Outcome.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What patterns match. */
final class PatternTest {
    @Test
    void textOutsideBlocksIsLiteral() {
        assertThat(outcome("CHECK: a.b {{x}}", "a.b x")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: a.b {{x}}", "acb x")).isEqualTo(FAILED);
    }

    @Test
    void runsOfBlanksEqualOneSpace() {
        assertThat(outcome("CHECK: a \t b", "a\tb")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: a b", "ab")).isEqualTo(FAILED);
    }

    @Test
    void alternativesStayInsideTheirBlock() {
        assertThat(outcome("CHECK: a{{x|y}}b", "ayb")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: a{{x|y}}b", "ax")).isEqualTo(FAILED);
    }

    @Test
    void variableMatchesItsValueOnly() {
        assertThat(outcome("CHECK: [[R:%[0-9]+]] =\nCHECK: use [[R]]", "%1 =\nuse %1"))
                .isEqualTo(PASSED);
        assertThat(outcome("CHECK: [[R:%[0-9]+]] =\nCHECK: use [[R]]", "%1 =\nuse %2"))
                .isEqualTo(FAILED);
    }

    @Test
    void valueOfVariableIsText() {
        assertThat(outcome("CHECK: [[V:.*]];\nCHECK: use [[V]]", "a.*;\nuse a.*"))
                .isEqualTo(PASSED);
        assertThat(outcome("CHECK: [[V:.*]];\nCHECK: use [[V]]", "a.*;\nuse abc"))
                .isEqualTo(FAILED);
    }

    @Test
    void variableIsUsableOnTheLineThatCapturesIt() {
        assertThat(outcome("CHECK: [[V:[a-z]]] [[V]]", "a b, c c")).isEqualTo(PASSED);
        assertThat(outcome("CHECK: [[V:[a-z]]] [[V]]", "a b, c d")).isEqualTo(FAILED);
    }

    @Test
    void variablesKeepTheirValuesAcrossLabels() {
        String checks = "CHECK: a[[V:[0-9]]] a[[$G:[0-9]]]\nCHECK-LABEL: f\nCHECK: [[V]][[$G]]";

        assertThat(outcome(checks, "a1 a2\nf\n12")).isEqualTo(PASSED);
        assertThat(outcome(checks, "a1 a2\nf\n13")).isEqualTo(FAILED);
    }

    @Test
    void extraBracketBeforeABlockIsText() {
        assertThat(outcome("CHECK: [[[N:[0-9]+]] x i8]", "[16 x i8]")).isEqualTo(PASSED);
    }

    @Test
    void bracesInsideABlockAreText() {
        assertThat(outcome("CHECK: {{{{a}}", "{{a")).isEqualTo(PASSED);
    }

    private static Verdict.Outcome outcome(String checks, String input) {
        return FileCheck.withDefaultPrefix().check(checks, input).outcome();
    }
}
