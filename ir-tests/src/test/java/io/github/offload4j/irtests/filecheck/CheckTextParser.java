package io.github.offload4j.irtests.filecheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the directives of a check text. */
final class CheckTextParser {
    static final Set<String> COMMENT_PREFIXES = Set.of("COM", "RUN");

    private static final Pattern EDGE_BLANKS = Pattern.compile("\\A | \\z");

    private final String prefix;
    private final SourceText text;
    private final List<Directive> directives = new ArrayList<>();

    private CheckTextParser(String prefix, SourceText text) {
        this.prefix = prefix;
        this.text = text;
    }

    /** Finds the directives that start with the prefix, or throws {@link CheckSyntaxException}. */
    static List<Directive> parse(String prefix, SourceText checks) {
        CheckTextParser parser = new CheckTextParser(prefix, checks);
        parser.findDirectives();
        return parser.directives;
    }

    private void findDirectives() {
        Matcher words = anyPrefix().matcher(text.text());
        int from = 0;
        while (words.find(from)) {
            from = COMMENT_PREFIXES.contains(words.group())
                    ? skipComment(words.end())
                    : readDirective(words.start(), words.end());
        }
    }

    private Pattern anyPrefix() {
        // A prefix is no part of a longer word, and of two prefixes at one place, the longer is meant.
        return Pattern.compile(Stream.concat(Stream.of(prefix), COMMENT_PREFIXES.stream())
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![A-Za-z0-9_-])(?:", ")")));
    }

    /** Returns where the search for directives goes on after a comment's prefix, if it is one. */
    private int skipComment(int afterPrefix) {
        return text.text().startsWith(":", afterPrefix) ? lineEnd(afterPrefix) : afterPrefix;
    }

    /** Reads a directive, if it is one, and returns where the search for the next goes on. */
    private int readDirective(int start, int afterPrefix) {
        Optional<DirectiveSuffix> found = DirectiveSuffix.read(text, afterPrefix);
        if (found.isEmpty()) {
            return afterPrefix;
        }
        DirectiveSuffix suffix = found.get();
        int line = text.lineAt(start);
        int end = lineEnd(suffix.end());
        String source =
                EDGE_BLANKS.matcher(text.slice(new Span(suffix.end(), end))).replaceAll("");
        CheckPattern pattern = PatternParser.parse(source, suffix, line);
        String directive = text.slice(new Span(start, end)).stripTrailing();
        directives.add(new Directive(suffix.kind(), suffix.count(), pattern, line, directive));
        return end;
    }

    private int lineEnd(int offset) {
        int end = offset;
        while (end < text.text().length() && "\r\n".indexOf(text.text().charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
