package io.github.offload4j.runtime.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. */
public sealed interface Json {
    /** An object, its members in the order of the text; of members with the same name the last counts. */
    record Members(Map<String, Json> values) implements Json {
        /** Returns a member that is a string. */
        public Optional<String> text(String name) {
            return values.get(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
        }

        /** Returns a member that is a number. */
        public Optional<Double> number(String name) {
            return values.get(name) instanceof Numeral number ? Optional.of(number.value()) : Optional.empty();
        }

        /** Returns a member that is an object, or an empty one. */
        public Members members(String name) {
            return values.get(name) instanceof Members members ? members : new Members(Map.of());
        }
    }

    /** An array. */
    record Elements(List<Json> values) implements Json {}

    /** A string. */
    record Text(String value) implements Json {}

    /** A number. */
    record Numeral(double value) implements Json {}

    /** {@code true}, {@code false} or {@code null}. */
    enum Literal implements Json {
        /** {@code true}. */
        TRUE,
        /** {@code false}. */
        FALSE,
        /** {@code null}. */
        NULL
    }

    /** Returns a string as JSON spells it, in ASCII, so that no reader has to guess the encoding. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character >= ' ' && character < 0x7f) {
                quoted.append(character);
            } else {
                quoted.append(String.format("\\u%04x", (int) character));
            }
        }
        return quoted.append('"').toString();
    }
}
