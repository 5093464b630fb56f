package io.github.offload4j.irtests.mapping;

import java.util.List;

/**
 * What a sequence did. Lines begin with the number of the step.
 *
 * @param results what calls returned, and what was read from devices
 * @param transfers allocations, copies, launches and releases, in order
 * @param memory the host's memory afterwards
 * @param stop the step at which the runtime refused to go on and why, or nothing
 */
record Outcome(List<String> results, List<String> transfers, String memory, String stop) {
    /** Returns whether another outcome is this one, where a question mark stands for anything. */
    boolean allows(Outcome found) {
        return stop.equals(found.stop)
                && allows(memory, found.memory)
                && allows(String.join("\n", results), String.join("\n", found.results))
                && transfers.equals(found.transfers);
    }

    /** Returns this outcome without the sizes of what is released, which libomptarget does not report. */
    Outcome withoutReleasedSizes() {
        List<String> unsized = transfers.stream()
                .map(line -> line.replaceFirst("free \\d+", "free"))
                .toList();
        return new Outcome(results, unsized, memory, stop);
    }

    private static boolean allows(String expected, String found) {
        if (expected.length() != found.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (expected.charAt(i) != '?' && expected.charAt(i) != found.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
