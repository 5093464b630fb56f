package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever meets a name in emitted IR finds the class that it comes from in the page on the architecture. */
class EmittedNamesTest {
    private static final Path LIBRARY = Page.ROOT.resolve("codegen/src/main/java/io/github/offload4j/codegen");

    /** What a name in a module begins with, in the source of who makes it. */
    private static final Pattern NAME = Pattern.compile("\"(\\.(?:offload|resident|omp_offloading)[_.a-z0-9]*)\"");

    private static final Pattern SHOWN = Pattern.compile("`(\\.[_.a-z0-9]+)");

    @Test
    void everyNameOfSitesAndTheirGlobalsIsInTheTable() throws IOException {
        Set<String> shown = SHOWN.matcher(Files.readString(Page.ROOT.resolve("docs/architecture.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> made = Stream.of("emit", "transfer", "library")
                .flatMap(EmittedNamesTest::names)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(made)
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(shown).as(name).anyMatch(name::startsWith));
    }

    private static Stream<String> names(String part) {
        try (Stream<Path> files = Files.walk(LIBRARY.resolve(part))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            return sources.stream().flatMap(EmittedNamesTest::namesIn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> namesIn(Path source) {
        try {
            return NAME.matcher(Files.readString(source)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
