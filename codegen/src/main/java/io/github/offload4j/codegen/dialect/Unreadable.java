package io.github.offload4j.codegen.dialect;

/**
 * Something in a text that LLVM 20 cannot read.
 *
 * @param place where it is
 * @param message the fact and what to do
 * @param line the line that it is in
 */
public record Unreadable(Place place, String message, String line) {
    /** Returns the message as LLVM's tools print it, with the line and a caret below. */
    public String describe(String name) {
        int before = Math.min(Math.max(place.column() - 1, 0), line.length());
        String indent = line.substring(0, before).replaceAll("[^\t]", " ");
        return name + ":" + place.line() + ":" + place.column() + ": error: " + message + "\n" + line + "\n" + indent
                + "^";
    }
}
