package io.github.offload4j.codegen.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about remarks has every piece of text that this package makes remarks of, and no other remark. */
class RemarksPageTest {
    private static final Path PAGE = Path.of("../docs/remarks.md");
    private static final Path SOURCES = Path.of("src/main/java/io/github/offload4j/codegen");

    private static final Pattern SUM = Pattern.compile("(?<=[^\\\\])\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\b(?:NAMES|NAME|CALLEE|N|MODIFIER)\\b|%s");

    /** What these files say otherwise, of a module that cannot be planned and of themselves. */
    private static final Set<String> OTHERS = Set.of(
            "function '",
            "' has a block without an end; resident transfers need whole functions, so finish the function before the"
                    + " module",
            "no state is kept");

    @Test
    void pageHasEveryTextOfTheSources() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(texts())
                .hasSizeGreaterThan(40)
                .allSatisfy(text -> assertThat(pieces(text))
                        .allSatisfy(piece -> assertThat(page).contains(piece)));
    }

    @Test
    void sourcesHaveEveryTextOfThePage() throws IOException {
        String all = String.join("\n", texts());
        List<String> rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(40)
                .doesNotHaveDuplicates()
                .allSatisfy(row -> assertThat(pieces(row))
                        .allSatisfy(piece -> assertThat(all).contains(piece)));
    }

    /** Returns what stands between the names in a text, without the quotes and colons that are around those. */
    private static List<String> pieces(String text) {
        return PLACEHOLDER
                .splitAsStream(text)
                .map(piece -> piece.replaceAll("^['\\s]+|['\\s:]+$", ""))
                .toList();
    }

    /** Returns what the sources have in quotes and is of several words. */
    private static List<String> texts() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve("transfer"))) {
            return Stream.concat(files.sorted(), Stream.of(SOURCES.resolve("diagnostic/TransferRemark.java")))
                    .map(RemarksPageTest::literals)
                    .flatMap(List::stream)
                    .filter(text -> text.strip().contains(" ") && !text.endsWith(" is null"))
                    .filter(text -> !OTHERS.contains(text))
                    .toList();
        }
    }

    private static List<String> literals(Path file) {
        try {
            return LITERAL.matcher(SUM.matcher(Files.readString(file)).replaceAll(""))
                    .results()
                    .map(literal -> literal.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
