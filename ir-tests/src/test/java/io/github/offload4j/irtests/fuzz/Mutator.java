package io.github.offload4j.irtests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes small changes to a text, most of which leave it well formed. */
final class Mutator {
    /** A name, a number, a string, or one other character. */
    private static final Pattern TOKEN = Pattern.compile("[%@!#$]?[-\\w.]+|\"[^\"\\n]*\"|\\S");

    /** Up to the next one that closes it, which is good enough for bundles. */
    private static final Pattern GROUP = Pattern.compile("\"[\\w.]+\"\\([^()]*\\)|\\{[^{}\\n]*\\}|\\([^()\\n]*\\)");

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "3",
            "4",
            "7",
            "255",
            "1024",
            "4096",
            "8192",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "18446744073709551616");

    private final Random random;
    private final List<String> words;

    /**
     * Makes a mutator.
     *
     * @param words what is put in
     */
    Mutator(Random random, List<String> words) {
        this.random = random;
        this.words = words;
    }

    /** Returns the text with a change or two, seldom more. */
    String mutate(String text) {
        String result = once(text);
        while (random.nextInt(3) == 0) {
            result = once(result);
        }
        return result;
    }

    private String once(String text) {
        return switch (random.nextInt(10)) {
            case 0 -> lines(text);
            case 1 -> replaceMatch(text, GROUP, group -> "");
            case 2 -> replaceMatch(text, GROUP, group -> group + ", " + group);
            case 3 -> replaceMatch(text, GROUP, group -> pick(text, GROUP));
            case 4, 5 ->
                replaceMatch(
                        text, Pattern.compile("-?\\b\\d+\\b"), number -> NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 6 -> replaceMatch(text, TOKEN, token -> pick(text, TOKEN));
            case 7 -> replaceMatch(text, TOKEN, token -> words.get(random.nextInt(words.size())));
            case 8 -> replaceMatch(text, TOKEN, token -> token + " " + words.get(random.nextInt(words.size())));
            default -> characters(text);
        };
    }

    private String pick(String text, Pattern pattern) {
        List<String> all =
                pattern.matcher(text).results().map(result -> result.group()).toList();
        return all.isEmpty() ? "" : all.get(random.nextInt(all.size()));
    }

    private String replaceMatch(String text, Pattern pattern, java.util.function.UnaryOperator<String> change) {
        Matcher matcher = pattern.matcher(text);
        List<int[]> places = new ArrayList<>();
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return text.substring(0, place[0])
                + change.apply(text.substring(place[0], place[1]))
                + text.substring(place[1]);
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.size() < 2) {
            return text;
        }
        int from = random.nextInt(lines.size());
        int to = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(from);
            case 1 -> lines.add(to, lines.get(from));
            default -> lines.add(to, lines.remove(from == lines.size() - 1 ? 0 : from));
        }
        return String.join("\n", lines) + "\n";
    }

    private String characters(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + (char) random.nextInt(0x180) + text.substring(at + 1);
            default -> text.substring(0, at);
        };
    }
}
