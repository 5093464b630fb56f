package io.github.offload4j.codegen.lower;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was found wrong with one marked call. */
final class Findings {
    /**
     * One thing that is wrong.
     *
     * @param mark the bundle that it is about; nothing when it is about the call
     * @param message the fact and what to do
     */
    record Finding(Optional<Mark> mark, String message) {}

    private final List<Finding> found = new ArrayList<>();

    void add(String message) {
        found.add(new Finding(Optional.empty(), message));
    }

    void add(Mark mark, String message) {
        found.add(new Finding(Optional.of(mark), message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns what is wrong with the call, then with its bundles in their order. */
    List<Finding> toList() {
        return found.stream()
                .sorted(Comparator.comparingInt(
                        f -> f.mark().map(Mark::position).orElse(-1)))
                .toList();
    }
}
