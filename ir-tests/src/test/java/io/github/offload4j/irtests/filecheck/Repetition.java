package io.github.offload4j.irtests.filecheck;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repetition in a POSIX extended regular expression.
 *
 * @param java the repetition in the syntax of {@code java.util.regex}
 * @param isNone whether it is one of zero times
 * @param end the offset after it
 */
record Repetition(String java, boolean isNone, int end) {
    private static final Pattern START = Pattern.compile("[*+?]|\\{[0-9]");
    private static final Pattern BOUNDS = Pattern.compile("\\{(?<least>[0-9]+)(?<comma>,(?<most>[0-9]*))?\\}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final int MAX_BOUND = 255;

    /** Tells whether a repetition starts at the offset; a brace is one only with a digit behind it. */
    static boolean startsAt(String ere, int at) {
        return START.matcher(ere).region(at, ere.length()).lookingAt();
    }

    /** Reads the repetition that starts at the offset. */
    static Repetition read(String ere, int at) throws RegexSyntaxException {
        if (ere.charAt(at) != '{') {
            return new Repetition(ere.substring(at, at + 1), false, at + 1);
        }
        Matcher bounds = BOUNDS.matcher(ere).region(at, ere.length());
        if (!bounds.lookingAt()) {
            throw new RegexSyntaxException("malformed repetition count");
        }
        int least = bound(bounds.group("least"));
        if ("".equals(bounds.group("most"))) {
            return new Repetition("{" + least + ",}", false, bounds.end());
        }
        int most = bounds.group("comma") == null ? least : bound(bounds.group("most"));
        if (most < least) {
            throw new RegexSyntaxException("repetition counts out of order");
        }
        return new Repetition("{" + least + "," + most + "}", most == 0, bounds.end());
    }

    private static int bound(String digits) throws RegexSyntaxException {
        String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
        // The length first, for digits that no int can hold.
        if (significant.length() > 3 || Integer.parseInt(significant) > MAX_BOUND) {
            throw new RegexSyntaxException("repetition count above " + MAX_BOUND);
        }
        return Integer.parseInt(significant);
    }
}
