package io.github.offload4j.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {
    @Test
    void everyKindOfValue() throws IOException {
        assertThat(parse("{\"a\": [1, -2.5e3, \"x\", true, false, null, {}]}"))
                .isEqualTo(new Json.Members(Map.of(
                        "a",
                        new Json.Elements(List.of(
                                new Json.Numeral(1),
                                new Json.Numeral(-2500),
                                new Json.Text("x"),
                                Json.Literal.TRUE,
                                Json.Literal.FALSE,
                                Json.Literal.NULL,
                                new Json.Members(Map.of()))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "\"quoted\"", "back\\slash", "tab\tline\n", "µs → ü", "\uD83D\uDE80", "\u0000"})
    void aQuotedTextReadsBackTheSame(String text) throws IOException {
        assertThat(parse(Json.quote(text))).isEqualTo(new Json.Text(text));
    }

    @Test
    void escapesOfTheSpecification() throws IOException {
        assertThat(parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"")).isEqualTo(new Json.Text("\"\\/\b\f\n\r\té"));
    }

    @Test
    void arraysCanBeTakenElementByElement() throws IOException {
        List<Json> elements = new ArrayList<>();
        JsonParser parser = new JsonParser(new StringReader("[1, 2]"));
        parser.array(elements::add);
        parser.end();
        assertThat(elements).containsExactly(new Json.Numeral(1), new Json.Numeral(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\" 1}        | 1 | 6  | expected ':' after the name of a member",
                "{\"a\": 1        | 1 | 8  | expected ',' or '}', and the text ends here",
                "[1 2]            | 1 | 4  | expected ',' or ']'",
                "[1, ]            | 1 | 5  | expected a value",
                "{a: 1}           | 1 | 2  | expected the name of a member in quotes",
                "\"abc            | 1 | 5  | a string is not closed, and the text ends here",
                "\"\\x\"          | 1 | 3  | no such escape in a string",
                "\"\\u12g4\"      | 1 | 6  | expected four hexadecimal digits",
                "1.2.3            | 1 | 6  | '1.2.3' is not a number, and the text ends here",
                "nul              | 1 | 4  | expected 'null', and the text ends here",
                "1 1              | 1 | 3  | expected the end of the text",
                "``               | 1 | 1  | expected a value, and the text ends here"
            })
    void whatIsWrongAndWhere(String text, int line, int column, String message) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(JsonException.class, e -> {
            assertThat(e).hasMessage(message);
            assertThat(e.line()).isEqualTo(line);
            assertThat(e.column()).isEqualTo(column);
        });
    }

    @Test
    void linesAreCounted() {
        assertThatThrownBy(() -> parse("[1,\n 2,\n x]")).isInstanceOfSatisfying(JsonException.class, e -> {
            assertThat(e.line()).isEqualTo(3);
            assertThat(e.column()).isEqualTo(2);
        });
    }

    @Test
    void nestingHasABound() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).hasMessage("more than 100 levels of nesting");
    }

    private static Json parse(String text) throws IOException {
        JsonParser parser = new JsonParser(new StringReader(text));
        Json value = parser.value();
        parser.end();
        return value;
    }
}
