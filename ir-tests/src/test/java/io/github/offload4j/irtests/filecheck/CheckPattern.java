package io.github.offload4j.irtests.filecheck;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a directive searches. */
sealed interface CheckPattern
        permits CheckPattern.Literal, CheckPattern.EmptyLine, CheckPattern.EndOfInput, RegexPattern {
    /**
     * Finds the first match in a text and defines the variables that it captures.
     *
     * <p>The text is all there is: its start and end count as start and end of a line.
     */
    Optional<Span> find(String text, Variables variables);

    /** The literal stretches of the pattern; anything may stand between one and the next. */
    default List<String> literals(Variables variables) {
        return List.of();
    }

    /** The variables of which the pattern needs a value from an earlier match. */
    default List<String> uses() {
        return List.of();
    }

    /** The variables that the pattern captures. */
    default Set<String> defines() {
        return Set.of();
    }

    /** A pattern that matches itself. */
    record Literal(String literal) implements CheckPattern {
        @Override
        public Optional<Span> find(String text, Variables variables) {
            int start = text.indexOf(literal);
            return start < 0 ? Optional.empty() : Optional.of(new Span(start, start + literal.length()));
        }

        @Override
        public List<String> literals(Variables variables) {
            return List.of(literal);
        }
    }

    /** The start of an empty line, of which the end of the text is one if a line end precedes it. */
    record EmptyLine() implements CheckPattern {
        @Override
        public Optional<Span> find(String text, Variables variables) {
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
                int next = end + 1;
                if (next == text.length() || text.charAt(next) == '\n') {
                    return Optional.of(new Span(next, next));
                }
            }
            return Optional.empty();
        }
    }

    /** The end of the text. */
    record EndOfInput() implements CheckPattern {
        @Override
        public Optional<Span> find(String text, Variables variables) {
            return Optional.of(new Span(text.length(), text.length()));
        }
    }
}
