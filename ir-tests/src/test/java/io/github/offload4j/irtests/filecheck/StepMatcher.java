package io.github.offload4j.irtests.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches single steps, and carries the variables from one to the next. */
final class StepMatcher {
    private final SourceText input;
    private final Variables variables = new Variables();

    StepMatcher(SourceText input) {
        this.input = input;
    }

    /** Matches the step in the region and returns where its last match ends. */
    int match(Step step, Span region) {
        List<Directive> pendingNots = new ArrayList<>();
        DagGroup group = new DagGroup();
        int from = region.start();
        for (Directive directive : step.leading()) {
            if (directive.kind() == DirectiveKind.DAG) {
                group.add(directive, new Span(from, region.end()), this::find);
                continue;
            }
            if (!group.isEmpty()) {
                from = close(group, pendingNots, from);
                group = new DagGroup();
            }
            pendingNots.add(directive);
        }
        if (!group.isEmpty()) {
            from = close(group, pendingNots, from);
        }
        return matchAnchor(step.anchor(), pendingNots, new Span(from, region.end()));
    }

    private int close(DagGroup group, List<Directive> pendingNots, int from) {
        requireAbsent(pendingNots, new Span(from, group.start()));
        pendingNots.clear();
        return group.end();
    }

    private int matchAnchor(Directive anchor, List<Directive> pendingNots, Span region) {
        Span first = find(anchor, region);
        Span last = first;
        for (int n = 2; n <= anchor.count(); n++) {
            last = find(anchor, new Span(last.end(), region.end()));
        }
        Span skipped = new Span(region.start(), first.start());
        requirePlace(anchor, skipped);
        requireAbsent(pendingNots, skipped);
        return last.end();
    }

    /** Finds the first match of the directive in the region, or throws {@link MismatchException}. */
    Span find(Directive directive, Span region) {
        return search(directive, region)
                .orElseThrow(() -> new MismatchException(new Mismatch.NotFound(directive, region, variables)));
    }

    private Optional<Span> search(Directive directive, Span region) {
        for (String name : directive.pattern().uses()) {
            if (variables.valueOf(name).isEmpty()) {
                throw new MismatchException(new Mismatch.UndefinedVariable(directive, region, name));
            }
        }
        return directive.pattern().find(input.slice(region), variables).map(found -> found.movedBy(region.start()));
    }

    private void requirePlace(Directive directive, Span skipped) {
        int lineEnds = LineEnds.count(input.slice(skipped));
        boolean inPlace = switch (directive.kind()) {
            case NEXT, EMPTY -> lineEnds == 1;
            case SAME -> lineEnds == 0;
            case PLAIN, NOT, DAG, LABEL, END -> true;
        };
        if (!inPlace) {
            throw new MismatchException(new Mismatch.WrongLine(directive, skipped));
        }
    }

    private void requireAbsent(List<Directive> nots, Span region) {
        for (Directive not : nots) {
            search(not, region).ifPresent(found -> {
                throw new MismatchException(new Mismatch.Excluded(not, found, variables));
            });
        }
    }
}
