package io.github.offload4j.tools.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.yaml.Node.Entry;
import io.github.offload4j.tools.yaml.Node.Kind;
import io.github.offload4j.tools.yaml.Node.Mapping;
import io.github.offload4j.tools.yaml.Node.Scalar;
import io.github.offload4j.tools.yaml.Node.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static Node read(String text) {
        return YamlReader.read(new SourceText("test.yaml", text)).orElseThrow();
    }

    private static String refusal(String text) {
        InputException refused =
                catchThrowableOfType(InputException.class, () -> YamlReader.read(new SourceText("test.yaml", text)));
        Position position = refused.diagnostics().get(0).position().orElseThrow();
        return position.line() + ":" + position.column() + ": "
                + refused.diagnostics().get(0).message();
    }

    @Test
    void everyValueKnowsItsPlace() {
        Node node = read("a: [1, x]\nb:\n  c: true\n");

        assertThat(node)
                .isEqualTo(new Mapping(
                        new Position(1, 1),
                        List.of(
                                new Entry(
                                        new Position(1, 1),
                                        "a",
                                        new Sequence(
                                                new Position(1, 4),
                                                List.of(
                                                        new Scalar(new Position(1, 5), "1", Kind.INTEGER),
                                                        new Scalar(new Position(1, 8), "x", Kind.TEXT)))),
                                new Entry(
                                        new Position(2, 1),
                                        "b",
                                        new Mapping(
                                                new Position(3, 3),
                                                List.of(new Entry(
                                                        new Position(3, 3),
                                                        "c",
                                                        new Scalar(new Position(3, 6), "true", Kind.TRUTH))))))));
    }

    @Test
    void columnsCountCharactersAndNotCodeUnits() {
        Mapping mapping = (Mapping) read("{\"\uD83D\uDE00\": x}");

        assertThat(mapping.entries().get(0).value().position()).isEqualTo(new Position(1, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "n", "yes", "no", "on", "off", "i64", "1:30", "2026-01-01", "'5'", "\"true\""})
    void namesStayNames(String text) {
        assertThat(((Scalar) read(text)).kind()).isEqualTo(Kind.TEXT);
    }

    @ParameterizedTest
    @CsvSource({"5,INTEGER", "-1,INTEGER", "0x10,INTEGER", "1.5,FRACTION", "True,TRUTH", "false,TRUTH", "~,NOTHING"})
    void otherScalarsAreTold(String text, Kind kind) {
        assertThat(((Scalar) read(text)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "\n\n"})
    void textWithoutValueIsNoDocument(String text) {
        assertThat(YamlReader.read(new SourceText("test.yaml", text))).isEmpty();
    }

    @Test
    void whatIsMoreThanPlainDataIsRefused() {
        assertThat(refusal("a: &x 1\nb: *x\n")).isEqualTo("2:4: aliases are not supported; write the value out");
        assertThat(refusal("a: !!str 5\n")).isEqualTo("1:4: tags are not supported; write the plain value");
        assertThat(refusal("a: 1\n---\nb: 2\n"))
                .isEqualTo("3:1: a second document begins here; give one document a file");
    }

    @Test
    void syntaxErrorsAreAtTheFault() {
        assertThat(refusal("a: [1, 2\nb: 3\n"))
                .isEqualTo(
                        "2:2: not YAML: expected ',' or ']', but got :, while parsing a flow sequence that begins on line 1");
        assertThat(refusal("a: b: c\n")).isEqualTo("1:5: not YAML: mapping values are not allowed here");
        assertThat(refusal("a: @x\n"))
                .isEqualTo(
                        "1:4: not YAML: found character '@' that cannot start any token, while scanning for the next token");
        assertThat(refusal("a:\n\t- b\n"))
                .isEqualTo(
                        "2:1: not YAML: found character 'tab' that cannot start any token, while scanning for the next token");
        assertThat(refusal("a: 'open\n"))
                .isEqualTo(
                        "2:1: not YAML: found unexpected end of stream, while scanning a quoted scalar that begins on line 1");
    }

    @Test
    void deepNestingIsRefusedAtOnce() {
        assertThat(refusal("a: " + "[".repeat(500_000))).isEqualTo("1:19: nested deeper than 16 levels");
    }

    @Test
    void aliasesThatWouldGrowAreRefusedAtOnce() {
        String bomb = "a: &a [x, x, x, x]\n"
                + Stream.iterate('b', c -> (char) (c + 1))
                        .limit(20)
                        .map(c -> c + ": &" + c + " [*" + (char) (c - 1) + ", *" + (char) (c - 1) + "]\n")
                        .reduce("", String::concat);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(refusal(bomb)).startsWith("2:8: aliases are not supported"));
    }
}
