package io.github.offload4j.irtests.filecheck;

import java.util.Optional;

/** A part of a pattern, which contributes to its regular expression. */
sealed interface Piece {
    /** The POSIX extended regular expression for this piece. */
    String regex(Variables variables);

    /** The text that this piece matches, where there is only one. */
    default Optional<String> literal(Variables variables) {
        return Optional.empty();
    }

    /** Text outside any block. */
    record Text(String text) implements Piece {
        @Override
        public String regex(Variables variables) {
            return PosixRegex.quote(text);
        }

        @Override
        public Optional<String> literal(Variables variables) {
            return Optional.of(text);
        }
    }

    /** The inside of a {@code {{regex}}} block, with its parentheses if it needs some. */
    record Regex(String regex) implements Piece {
        @Override
        public String regex(Variables variables) {
            return regex;
        }
    }

    /** A block {@code [[VAR:regex]]}. */
    record Definition(String regex) implements Piece {
        @Override
        public String regex(Variables variables) {
            return '(' + regex + ')';
        }
    }

    /** A block {@code [[VAR]]} whose variable an earlier match captured. */
    record Use(String variable) implements Piece {
        @Override
        public String regex(Variables variables) {
            return PosixRegex.quote(literal(variables).orElseThrow());
        }

        @Override
        public Optional<String> literal(Variables variables) {
            return variables.valueOf(variable);
        }
    }

    /** A block {@code [[VAR]]} whose variable the same pattern captures. */
    record BackReference(int group) implements Piece {
        @Override
        public String regex(Variables variables) {
            return "\\" + group;
        }
    }
}
