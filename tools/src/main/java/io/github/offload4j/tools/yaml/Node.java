package io.github.offload4j.tools.yaml;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Words;
import java.util.List;

/** A value of a YAML document, and where it stands. */
public sealed interface Node {
    /** Returns where it begins. */
    Position position();

    /** Returns what a message calls it, for example {@code a list}. */
    String describe();

    /**
     * A value without parts.
     *
     * @param text as written, without quotes
     * @param kind what YAML takes it for
     */
    record Scalar(Position position, String text, Kind kind) implements Node {
        @Override
        public String describe() {
            return switch (kind) {
                case TEXT -> Words.quote(text);
                case INTEGER, FRACTION -> "the number " + text;
                case TRUTH -> "the truth value " + text;
                case NOTHING -> "nothing";
            };
        }
    }

    /** What YAML takes a scalar for. */
    enum Kind {
        /** Words, quoted or not. */
        TEXT,
        /** A whole number, in any of YAML's notations. */
        INTEGER,
        /** Any other number. */
        FRACTION,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** No value, or one that stands for none. */
        NOTHING
    }

    /**
     * A list.
     *
     * @param elements in order
     */
    record Sequence(Position position, List<Node> elements) implements Node {
        /** Copies the list. */
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String describe() {
            return elements.isEmpty() ? "an empty list" : "a list";
        }
    }

    /**
     * Keys and values.
     *
     * @param entries in order; keys may repeat
     */
    record Mapping(Position position, List<Entry> entries) implements Node {
        /** Copies the list. */
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String describe() {
            return "a mapping";
        }
    }

    /**
     * One key of a mapping, and its value.
     *
     * @param position where the key begins
     * @param key the key as written, without quotes
     * @param value the value
     */
    record Entry(Position position, String key, Node value) {}
}
