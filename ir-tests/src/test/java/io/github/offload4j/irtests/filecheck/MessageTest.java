package io.github.offload4j.irtests.filecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is said of a check that does not pass. */
final class MessageTest {
    @Test
    void aMissingMatchNamesTheDirectiveTheRegionTheValuesAndTheNearestLine() {
        String message = message("""
                CHECK: [[SUM:%[0-9]+]] = add
                CHECK-NEXT: ret i32 [[SUM]]
                """, """
                define i32 @f() {
                  %3 = add i32 1, 2
                  call void @g()
                  ret i32 %4
                }
                """);

        assertThat(message).isEqualTo("""
                check line 2: CHECK-NEXT: ret i32 [[SUM]]
                  not found in the input from line 2, column 10 to its end
                  variable SUM is "%3"
                  possible intended match at input line 4: ret i32 %4
                input:
                     1| define i32 @f() {
                >    2|  %3 = add i32 1, 2
                     3|  call void @g()
                     4|  ret i32 %4
                     5| }""");
    }

    @Test
    void aSearchInsideABlockEndsAtTheLabel() {
        assertThat(message("CHECK-LABEL: f\nCHECK: a\nCHECK-LABEL: g", "f\nb\ng\na\n"))
                .contains("not found in the input from line 1, column 2 to line 3, column 2");
    }

    @Test
    void noLineIsProposedThatIsNotNear() {
        assertThat(message("CHECK: ret void", "  %1 = add i32 %a, %b\n")).doesNotContain("possible");
    }

    @Test
    void blocksCostNothingInTheSearchForTheNearestLine() {
        assertThat(message("CHECK: load {{.*}}, align 8", "store\n  load ptr addrspace(1), align 4\nret\n"))
                .contains("possible intended match at input line 2: load ptr addrspace(1), align 4");
    }

    @Test
    void aMatchOnTheWrongLineNamesBothPlaces() {
        assertThat(message("CHECK: a\nCHECK-NEXT: b", "a\nx\nb\n"))
                .contains("found in the input at line 3, column 1, not on the line after the previous match")
                .contains("the previous match ends at line 1, column 2");
    }

    @Test
    void aMatchOffItsLineSaysWhichLineIsMeant() {
        assertThat(message("CHECK: a\nCHECK-SAME: b", "a\nb\n")).contains("not on the line of the previous match");
    }

    @Test
    void anExcludedMatchIsQuoted() {
        assertThat(message("CHECK: a\nCHECK-NOT: {{x+}}", "a\nyxxy\n"))
                .startsWith("check line 2: CHECK-NOT: {{x+}}")
                .contains("found in the input at line 2, column 2: xx");
    }

    @Test
    void anUndefinedVariableIsNamed() {
        assertThat(message("CHECK: [[V]]", "a\n")).contains("undefined variable: V");
    }

    @Test
    void aMalformedDirectiveIsQuoted() {
        assertThat(message("CHECK: a\n; CHECK: b {{(}}", "a\n")).isEqualTo("""
                check line 2: invalid regex '(': empty expression
                  ; CHECK: b {{(}}""");
    }

    @Test
    void aDirectiveThatNeedsAPreviousOneIsNamed() {
        assertThat(message("CHECK-NEXT: a", "a\n")).contains("CHECK-NEXT without a previous 'CHECK:' line");
    }

    @Test
    void aCheckTextWithoutDirectivesSaysForWhichPrefix() {
        assertThat(FileCheck.withPrefix("LOOP").check("CHECK: a", "a").message())
                .isEqualTo("no check strings found with prefix 'LOOP:'");
    }

    @Test
    void anEmptyInputIsNamed() {
        assertThat(message("CHECK: a", "")).isEqualTo("the input is empty");
    }

    @Test
    void aFailureIsAnAssertionError() {
        assertThatThrownBy(() -> FileCheck.assertMatches("CHECK: a", "b"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("check line 1: CHECK: a");
    }

    @Test
    void aPrefixIsAWordAndNoComment() {
        assertThatThrownBy(() -> FileCheck.withPrefix("A B")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileCheck.withPrefix("COM")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String message(String checks, String input) {
        return FileCheck.withDefaultPrefix().check(checks, input).message();
    }
}
