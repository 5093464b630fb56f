package io.github.offload4j.tools.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a text, so that a user sees all of it at once, up to a bound. */
public final class Problems {
    /** After so many, more would not help. */
    public static final int MOST = 20;

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();

    /** Creates an empty collection for a text. */
    public Problems(SourceText source) {
        this.source = source;
    }

    /** Returns the text. */
    public SourceText source() {
        return source;
    }

    /** Notes a problem. */
    public void add(Position position, String message) {
        found.add(Diagnostic.at(position, message));
    }

    /** Returns whether nothing was found so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Does nothing when nothing was found.
     *
     * @throws InputException with the first problems in the order of the text
     */
    public void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        // sorting is stable, and every problem here has a position
        List<Diagnostic> shown = new ArrayList<>(found.stream()
                .sorted(Comparator.comparing(d -> d.position().orElseThrow()))
                .limit(MOST)
                .toList());
        if (found.size() > MOST) {
            shown.add(Diagnostic.ofWhole((found.size() - MOST) + " more errors are not shown"));
        }
        throw new InputException(source, shown);
    }
}
