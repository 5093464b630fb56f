package io.github.offload4j.codegen.diagnostic;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells an argument of a site from the others: its name, or else its number.
 *
 * @param name what the user calls it, empty when it has no name
 * @param number as the user counts the callee's arguments, from 1; 0 for an entry that no user has written
 */
public record ArgumentLabel(String name, int number) {
    private static final String NUMBERED = "argument ";
    private static final Pattern NUMBER = Pattern.compile(NUMBERED + "[1-9][0-9]{0,8}");

    /** The entry that hands a launch's bounds to a kernel. */
    public static final ArgumentLabel HIDDEN = new ArgumentLabel("", 0);

    /** Checks the value. */
    public ArgumentLabel {
        Objects.requireNonNull(name, "name is null");
    }

    /** Returns how a message names the argument: {@code argument 'x'}, or {@code argument 3}. */
    public String inMessage() {
        if (name.isEmpty()) {
            return NUMBERED + number;
        }
        return isNumber(name) ? name : NUMBERED + "'" + name + "'";
    }

    /**
     * Returns what the runtime's reports call the argument. One without a name gets its number, unless its place in the
     * runtime's arrays is that number already.
     *
     * @param entry where it stands there, from 0
     */
    public Optional<String> inReport(int entry) {
        if (!name.isEmpty()) {
            // the runtime splits its texts at semicolons
            return Optional.of(name.replace(';', ',').replace('\0', ' '));
        }
        return number == 0 || number == entry + 1 ? Optional.empty() : Optional.of(NUMBERED + number);
    }

    /** Returns whether a report's name for an argument is its number. */
    public static boolean isNumber(String reported) {
        Objects.requireNonNull(reported, "reported is null");
        return reported.startsWith(NUMBERED) && NUMBER.matcher(reported).matches();
    }
}
