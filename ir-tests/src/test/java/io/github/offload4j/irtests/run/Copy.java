package io.github.offload4j.irtests.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy that the runtime reported because {@code LIBOMPTARGET_INFO} has bit 32.
 *
 * @param direction {@code "in"} or {@code "out"}
 * @param bytes how many
 * @param name what the runtime calls the argument
 */
record Copy(String direction, long bytes, String name) {
    private static final Pattern LINE =
            Pattern.compile("Copying data from (host|device) to (?:host|device), .*, Size=(\\d+), Name=(.*)");

    static Copy in(long bytes, String name) {
        return new Copy("in", bytes, name);
    }

    static Copy out(long bytes, String name) {
        return new Copy("out", bytes, name);
    }

    /** Returns the copies in the order in which they were made. */
    static List<Copy> reportedBy(Execution execution) {
        return execution
                .errors()
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(line -> new Copy(
                        line.group(1).equals("host") ? "in" : "out", Long.parseLong(line.group(2)), line.group(3)))
                .toList();
    }
}
