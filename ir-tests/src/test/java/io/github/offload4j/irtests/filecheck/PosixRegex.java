package io.github.offload4j.irtests.filecheck;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A POSIX extended regular expression in LLVM's dialect, for text of several lines. */
final class PosixRegex {
    private static final Pattern SPECIAL = Pattern.compile("[()^$|*+?.\\[\\]\\\\{}]");

    private final Pattern pattern;
    private final boolean crossesLines;
    private final int groupCount;

    private PosixRegex(EreTranslator translator) {
        pattern = Pattern.compile(translator.java());
        crossesLines = translator.crossesLines();
        groupCount = translator.groupCount();
    }

    static PosixRegex compile(String regex) throws RegexSyntaxException {
        return new PosixRegex(EreTranslator.translate(regex));
    }

    /** The regular expression that matches the text and nothing else. */
    static String quote(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    int groupCount() {
        return groupCount;
    }

    /** Finds the leftmost match, and of those at its place the longest. */
    Optional<MatchResult> find(String text) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        if (!matcher.find()) {
            return Optional.empty();
        }
        // Java prefers the first alternative to the longest, so ask for each longer match explicitly.
        MatchResult first = matcher.toMatchResult();
        for (int end = longestEnd(text, first.end()); end > first.end(); end--) {
            if (matcher.region(first.start(), end).matches()) {
                return Optional.of(matcher.toMatchResult());
            }
        }
        return Optional.of(first);
    }

    private int longestEnd(String text, int from) {
        int lineEnd = crossesLines ? -1 : text.indexOf('\n', from);
        return lineEnd < 0 ? text.length() : lineEnd;
    }
}
