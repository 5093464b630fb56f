package io.github.offload4j.irtests.corpus;

import java.util.Set;

/** Which statements a program made by chance is written without, by their number; the others stay as they are. */
final class Cut {
    private final Set<Integer> left;
    private int next;

    Cut(Set<Integer> left) {
        this.left = Set.copyOf(left);
    }

    boolean leavesOutNext() {
        return left.contains(next++);
    }

    /** Returns how many statements were asked about. */
    int statements() {
        return next;
    }
}
