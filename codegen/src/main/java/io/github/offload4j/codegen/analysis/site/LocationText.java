package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text as the runtime wants it: {@code ;file;function;line;column;;}, or {@code ;name;file;line;column;;} for an
 * argument, where flang writes {@code ;file;name;line;column;;}.
 *
 * @param name what the text names besides a place, empty for none
 * @param location the place
 */
record LocationText(String name, Optional<SourceLocation> location) {
    private static final String UNKNOWN = "unknown";

    private static final Pattern FILE = Pattern.compile(".*/.*|.*\\.\\w+");

    /** Reads the text of a call's location. */
    static LocationText ofCall(String text) {
        String[] parts = text.split(";", -1);
        return parts.length < 5
                ? new LocationText("", Optional.empty())
                : new LocationText(known(parts[2]), location(parts[1], parts[3], parts[4]));
    }

    /** Reads the text of an argument, which may be a plain word. */
    static LocationText ofArgument(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length < 5) {
            return new LocationText(text, Optional.empty());
        }
        boolean fileFirst = isFile(parts[1]) && !isFile(parts[2]);
        String name = fileFirst ? parts[2] : parts[1];
        return new LocationText(known(name), location(fileFirst ? parts[1] : parts[2], parts[3], parts[4]));
    }

    /** A name may have a slash, as in {@code a[0:n/2]}, and a dot, as in {@code s.x}; then a file stands behind it. */
    private static boolean isFile(String part) {
        return FILE.matcher(part).matches();
    }

    /** Returns what a part of a text says, empty when it says nothing. */
    static String known(String part) {
        return part.equals(UNKNOWN) ? "" : part;
    }

    private static Optional<SourceLocation> location(String file, String line, String column) {
        if (known(file).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SourceLocation(file, number(line), number(column)));
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            // foreign code may have written anything; 0 stands for unknown
            return 0;
        }
    }
}
