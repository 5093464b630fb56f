package io.github.offload4j.tools.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "calee, callee",
        "calllee, callee",
        "callea, callee",
        "acllee, callee",
        "Callee, callee",
        "prameters, parameters",
        "i46, i64",
    })
    void nearWordsAreSuggested(String written, String meant) {
        assertThat(Words.suggestion(written, List.of("callee", "parameters", "i64", "x")))
                .isEqualTo("; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"priority", "c", "y", "par"})
    void farWordsAreNot(String written) {
        assertThat(Words.suggestion(written, List.of("callee", "parameters", "x")))
                .isEmpty();
    }

    @Test
    void quotesAreShortAndHarmless() {
        assertThat(Words.quote("a\033b")).isEqualTo("'a\uFFFDb'");
        assertThat(Words.quote("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
    }

    @Test
    void choicesAreJoined() {
        assertThat(Words.either(List.of("a"))).isEqualTo("a");
        assertThat(Words.either(List.of("a", "b", "c"))).isEqualTo("a, b or c");
    }
}
