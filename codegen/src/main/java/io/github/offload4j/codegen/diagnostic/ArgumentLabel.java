package io.github.offload4j.codegen.diagnostic;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells an argument of a site from the others: its name, or else its number.
 *
 * @param name what the user calls it, empty when it has no name
 * @param number as the user counts the callee's arguments, from 1; 0 for an entry that no user has written
 * @param offset how far into the argument's value an entry begins, in bytes
 */
public record ArgumentLabel(String name, int number, long offset) {
    private static final String NUMBERED = "argument ";
    private static final Pattern NUMBER = Pattern.compile(NUMBERED + "[1-9][0-9]{0,8}");

    /** The entry that hands a launch's bounds to a kernel. */
    public static final ArgumentLabel HIDDEN = new ArgumentLabel("", 0);

    /** Labels an argument, or the first entry of one. */
    public ArgumentLabel(String name, int number) {
        this(name, number, 0);
    }

    /** Checks the value. */
    public ArgumentLabel {
        Objects.requireNonNull(name, "name is null");
    }

    /** Returns the label of a later entry of the same argument. */
    public ArgumentLabel at(long bytes) {
        return new ArgumentLabel(name, number, bytes);
    }

    /**
     * Returns the label of what a pointer in the argument's structure points to.
     *
     * @param at where the pointer is, in bytes
     */
    public ArgumentLabel member(long at) {
        return new ArgumentLabel((name.isEmpty() ? NUMBERED + number : name) + "->" + at, number);
    }

    /** Returns the argument as what an exception is about. */
    public Subject subject() {
        return new Subject.Argument(name, number);
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
        String behind = offset == 0 ? "" : "+" + offset;
        if (!name.isEmpty()) {
            // the runtime splits its texts at semicolons
            return Optional.of(name.replace(';', ',').replace('\0', ' ') + behind);
        }
        boolean known = number == 0 || (number == entry + 1 && offset == 0);
        return known ? Optional.empty() : Optional.of(NUMBERED + number + behind);
    }

    /** Returns whether a report's name for an argument is its number. */
    public static boolean isNumber(String reported) {
        Objects.requireNonNull(reported, "reported is null");
        return reported.startsWith(NUMBERED) && NUMBER.matcher(reported).matches();
    }
}
