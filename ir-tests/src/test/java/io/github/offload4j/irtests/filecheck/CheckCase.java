package io.github.offload4j.irtests.filecheck;

/**
 * A case of the table: a check text, an input, and the verdict that FileCheck has for them.
 *
 * @param topic the name of the file that holds the case, without its extension
 * @param name what the case shows
 * @param outcome the recorded verdict
 * @param prefix the check prefix
 * @param checks the check text
 * @param input the input
 */
record CheckCase(String topic, String name, Verdict.Outcome outcome, String prefix, String checks, String input) {
    /** The name under which the case is reported. */
    String displayName() {
        return topic + ": " + name;
    }

    /** What this project's implementation says to the case. */
    Verdict check() {
        return FileCheck.withPrefix(prefix).check(checks, input);
    }
}
