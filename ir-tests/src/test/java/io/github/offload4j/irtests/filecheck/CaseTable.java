package io.github.offload4j.irtests.filecheck;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the case table: the {@code .cases} files among the resources, whose {@code README.md} describes their format.
 */
final class CaseTable {
    private static final String EXTENSION = ".cases";
    private static final Pattern CASE_START = Pattern.compile("(?=^==)", Pattern.MULTILINE);
    private static final Pattern CASE =
            Pattern.compile("== (?<outcome>pass|fail|error)(?: \\[(?<prefix>[^]]+)])?: (?<name>.+)\n"
                    + "(?<checks>(?:.*\n)*?)--\n(?<input>(?s:.*))");

    private CaseTable() {}

    static List<CheckCase> read() throws IOException, URISyntaxException {
        URL folder = CaseTable.class.getResource("cases");
        if (folder == null) {
            throw new IOException("the case table is not among the resources");
        }
        List<CheckCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(EXTENSION)) {
                    cases.addAll(parse(name.replace(EXTENSION, ""), Files.readString(file)));
                }
            }
        }
        return cases;
    }

    static List<CheckCase> parse(String topic, String text) {
        return CASE_START
                .splitAsStream(text)
                .filter(part -> part.startsWith("=="))
                .map(part -> parseCase(topic, part))
                .toList();
    }

    private static CheckCase parseCase(String topic, String text) {
        Matcher parts = CASE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(topic + ": malformed case: " + text);
        }
        return new CheckCase(
                topic,
                parts.group("name"),
                outcome(parts.group("outcome")),
                parts.group("prefix") == null ? "CHECK" : parts.group("prefix"),
                decode(parts.group("checks")),
                decode(parts.group("input")));
    }

    private static Verdict.Outcome outcome(String word) {
        return switch (word) {
            case "pass" -> Verdict.Outcome.PASSED;
            case "fail" -> Verdict.Outcome.FAILED;
            case "error" -> Verdict.Outcome.REJECTED;
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** Replaces the stand-ins for characters that one cannot see, or that an editor may remove. */
    private static String decode(String text) {
        return text.replaceFirst("\n+\\z", "\n")
                .replace("\u2403\n", "")
                .replace('\u2409', '\t')
                .replace('\u240d', '\r')
                .replace('\u2420', ' ')
                .replace("\u2424\n", "\n");
    }
}
