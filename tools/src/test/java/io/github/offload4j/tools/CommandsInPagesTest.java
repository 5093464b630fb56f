package io.github.offload4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Commands of the documentation are ones that there are. */
class CommandsInPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern IN_LINES = Pattern.compile("`((?:tools/bin/)?irgen [^`]+)`");
    private static final Pattern IN_BLOCKS = Pattern.compile("(?m)^(?:tools/bin/)?irgen (?![^\\n]*: )([^\\n]*)$");
    private static final Pattern SCRIPT =
            Pattern.compile("(?<![\\w/.])tools/(?:bench|gpu|arm64|bin|site)/[\\w/-]+(?:\\.mjs)?");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), docs.sorted())
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page).replace("\r\n", "\n").replaceAll("\\\\\\n\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandLineIsUnderstood(Path page) {
        List<String> wrong = new ArrayList<>();
        String text = text(page);
        Stream.concat(
                        IN_LINES.matcher(text).results().map(match -> match.group(1)),
                        IN_BLOCKS.matcher(text).results().map(MatchResult::group))
                .forEach(command -> understand(command).ifPresent(error -> wrong.add(command + ": " + error)));
        assertThat(wrong).isEmpty();
    }

    /** Returns what picocli has against a command, if anything. Nothing is run. */
    private static Optional<String> understand(String command) {
        // a prose's placeholders: '[--device KERNELS]' may be there, 'IN...' and '...' stand for several words
        String plain = command.replaceFirst("\\s+#.*", "")
                .replaceAll("\\[OPTIONS]|[\\[\\]]", "")
                .replace("...", "");
        List<String> words = new ArrayList<>(List.of(plain.strip().split("\\s+")));
        words.remove(0);
        try {
            CommandReference.commandLine().parseArgs(words.toArray(String[]::new));
            return Optional.empty();
        } catch (CommandLine.MissingParameterException e) {
            // in prose a command's name alone stands for the command
            return Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyScriptIsThere(Path page) {
        Set<String> missing = new TreeSet<>();
        SCRIPT.matcher(text(page))
                .results()
                .map(MatchResult::group)
                .filter(script -> !Files.exists(ROOT.resolve(script)) && !script.contains("/target"))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }
}
