package io.github.offload4j.tools;

import io.github.offload4j.tools.diagnostic.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The specs that tests read. */
public final class TestSpecs {
    private static final String EXPECTED = "#! ";

    private TestSpecs() {}

    /** Returns the wrong specs of one kind. */
    public static Stream<Path> bad(String kind) {
        return yaml(Path.of("src/test/resources/io/github/offload4j/tools/spec/bad", kind));
    }

    /** Returns the examples that users read. */
    public static Stream<Path> examples() {
        return yaml(Path.of("examples"));
    }

    private static Stream<Path> yaml(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a file's text. */
    public static SourceText source(Path file) {
        return new SourceText(file.toString(), read(file));
    }

    /** Returns the errors that the comments at the end of a wrong spec name. */
    public static List<String> expectedErrors(Path file) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(EXPECTED))
                .map(line -> line.substring(EXPECTED.length()))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
