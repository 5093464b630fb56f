package io.github.offload4j.irtests.filecheck;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows the prefix in a directive, up to its colon.
 *
 * @param kind the kind of directive that the suffix names
 * @param count the number of {@code -COUNT-n}, else 1
 * @param literal whether the pattern is taken as it is
 * @param end the offset after the colon
 */
record DirectiveSuffix(DirectiveKind kind, int count, boolean literal, int end) {
    private static final String LITERAL = "\\{\\s*LITERAL\\s*(?:,\\s*LITERAL\\s*)*\\}";
    private static final Pattern VALID =
            Pattern.compile("(?:(?<separator>[-_])(?:(?<kind>NEXT|SAME|NOT|DAG|LABEL|EMPTY)|COUNT-(?<count>[0-9]+)))?"
                    + "(?<literal>" + LITERAL + ")?:");
    private static final Pattern BAD_COUNT = Pattern.compile("[-_]COUNT-(?!0*[1-9][0-9]*\\{)");
    private static final Pattern BAD_NOT =
            Pattern.compile("[-_](?:(?:DAG|NEXT|SAME|EMPTY)-NOT|NOT-(?:DAG|NEXT|SAME|EMPTY)):");

    /**
     * Reads the suffix at the offset.
     *
     * @return the suffix, or nothing if the word that the prefix starts is not a directive
     * @throws CheckSyntaxException if it looks like a directive but is none
     */
    static Optional<DirectiveSuffix> read(SourceText text, int offset) {
        Matcher suffix = VALID.matcher(text.text()).region(offset, text.text().length());
        if (!suffix.lookingAt()) {
            rejectLookalike(text, offset);
            return Optional.empty();
        }
        if ("_".equals(suffix.group("separator"))) {
            throw new CheckSyntaxException(text.lineAt(offset), "misspelled directive: '_' in place of '-'");
        }
        String name = suffix.group("kind");
        DirectiveKind kind = name == null ? DirectiveKind.PLAIN : DirectiveKind.valueOf(name);
        int count = suffix.group("count") == null ? 1 : count(suffix.group("count"), text.lineAt(offset));
        return Optional.of(new DirectiveSuffix(kind, count, suffix.group("literal") != null, suffix.end()));
    }

    private static int count(String digits, int line) {
        try {
            int count = Integer.parseInt(digits);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Too large for an int: as invalid as zero.
        }
        throw invalidCount(line);
    }

    private static void rejectLookalike(SourceText text, int offset) {
        int line = text.lineAt(offset);
        if (startsAt(BAD_COUNT, text, offset)) {
            throw invalidCount(line);
        }
        if (startsAt(BAD_NOT, text, offset)) {
            throw new CheckSyntaxException(line, "NOT cannot be combined with another directive");
        }
    }

    private static boolean startsAt(Pattern pattern, SourceText text, int offset) {
        return pattern.matcher(text.text()).region(offset, text.text().length()).lookingAt();
    }

    private static CheckSyntaxException invalidCount(int line) {
        return new CheckSyntaxException(line, "invalid count in a COUNT directive");
    }
}
