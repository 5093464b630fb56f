package io.github.offload4j.tools.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns of phrase that messages share. */
public final class Words {
    private static final int LONGEST_QUOTE = 60;

    private Words() {}

    /** Returns a text of the user's in quotes, cut when it is long, and without anything that a terminal would obey. */
    public static String quote(String text) {
        int[] characters = text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .toArray();
        String cut = text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "…" : "";
        return "'" + new String(characters, 0, characters.length) + cut + "'";
    }

    /** Returns {@code a, b or c}. */
    public static String either(List<String> choices) {
        int last = choices.size() - 1;
        return last < 1
                ? String.join("", choices)
                : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
    }

    /** Returns {@code ; did you mean 'x'?} with the nearest of the choices, or nothing when none is near. */
    public static String suggestion(String written, Collection<String> choices) {
        return nearest(written, choices)
                .map(choice -> "; did you mean '" + choice + "'?")
                .orElse("");
    }

    private static Optional<String> nearest(String written, Collection<String> choices) {
        int allowed = Math.max(1, Math.min(written.length(), LONGEST_QUOTE) / 3);
        return choices.stream()
                .filter(choice -> Math.abs(choice.length() - written.length()) <= allowed)
                .filter(choice -> EditDistance.between(written, choice) <= allowed)
                // words without a letter in common are not near, however short
                .filter(choice -> EditDistance.between(written, choice) < Math.max(written.length(), choice.length()))
                .min(Comparator.comparingInt(choice -> EditDistance.between(written, choice)));
    }
}
