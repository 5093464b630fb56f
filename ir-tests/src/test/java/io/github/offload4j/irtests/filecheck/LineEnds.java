package io.github.offload4j.irtests.filecheck;

import java.util.regex.Pattern;

/** Counts line ends, of which a carriage return is one, alone or in a pair with a line feed. */
final class LineEnds {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n\r|\n|\r");

    private LineEnds() {}

    static int count(String text) {
        return (int) LINE_END.matcher(text).results().count();
    }
}
