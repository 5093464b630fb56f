package io.github.offload4j.irtests.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The matches of neighbouring {@code DAG} directives: in any order, but none overlaps another. */
final class DagGroup {
    private final List<Span> matches = new ArrayList<>();

    /** Adds the directive's first match in the region that overlaps none of the others. */
    void add(Directive directive, Span region, BiFunction<Directive, Span, Span> find) {
        Span match = find.apply(directive, region);
        for (Optional<Span> taken = insert(match); taken.isPresent(); taken = insert(match)) {
            match = find.apply(directive, new Span(taken.get().end(), region.end()));
        }
    }

    /** Inserts the match in the order of the text, unless it overlaps another, which is then returned. */
    private Optional<Span> insert(Span match) {
        int index = 0;
        while (index < matches.size() && matches.get(index).end() <= match.start()) {
            index++;
        }
        if (index < matches.size() && matches.get(index).start() < match.end()) {
            return Optional.of(matches.get(index));
        }
        matches.add(index, match);
        return Optional.empty();
    }

    boolean isEmpty() {
        return matches.isEmpty();
    }

    int start() {
        return matches.get(0).start();
    }

    int end() {
        return matches.get(matches.size() - 1).end();
    }
}
