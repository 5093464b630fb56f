package io.github.offload4j.tools.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
    private static String print(String text, int line, int column, boolean color) {
        StringWriter out = new StringWriter();
        new DiagnosticPrinter(new PrintWriter(out), color)
                .print(new InputException(
                        new SourceText("a.yaml", text), List.of(Diagnostic.at(new Position(line, column), "wrong"))));
        return out.toString();
    }

    @Test
    void putsACaretBelowTheColumn() {
        assertThat(print("one\ntwo three\n", 2, 5, false)).isEqualTo("""
                        irgen: a.yaml:2:5: error: wrong
                        two three
                            ^
                        """);
    }

    @Test
    void keepsTabsInFrontOfTheCaret() {
        assertThat(print("\ta\tb\n", 1, 4, false)).endsWith("\ta\tb\n\t \t^\n");
    }

    @Test
    void countsCharactersAndNotCodeUnits() {
        assertThat(print("\uD83D\uDE00 x\n", 1, 3, false)).endsWith("\uD83D\uDE00 x\n  ^\n");
    }

    @Test
    void placesBehindTheEndHaveACaretAtTheEnd() {
        assertThat(print("ab", 1, 9, false)).endsWith("ab\n  ^\n");
        assertThat(print("ab\n", 2, 1, false)).endsWith("wrong\n\n^\n");
    }

    @Test
    void showsThePartOfALongLineThatMatters() {
        String line = "a".repeat(1000) + "b" + "c".repeat(1000);

        assertThat(print(line, 1, 1001, false))
                .endsWith("…" + "a".repeat(80) + "b" + "c".repeat(79) + "…\n" + " ".repeat(81) + "^\n");
    }

    @Test
    void marksUpForATerminal() {
        assertThat(print("ab\n", 1, 2, true)).isEqualTo("""
                        \033[1mirgen: a.yaml:1:2:\033[0m \033[1;31merror:\033[0m \033[1mwrong\033[0m
                        ab
                         \033[1;32m^\033[0m
                        """);
    }

    @Test
    void keepsEscapeSequencesFromTheTerminal() {
        assertThat(print("\033[31mred\n", 1, 1, false)).doesNotContain("\033");
    }
}
