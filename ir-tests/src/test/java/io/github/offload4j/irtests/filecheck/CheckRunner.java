package io.github.offload4j.irtests.filecheck;

import java.util.List;

/** Matches a check script against an input, block by block: a block is what a {@code LABEL} ends. */
final class CheckRunner {
    private final List<Step> steps;
    private final SourceText input;
    private final StepMatcher matcher;

    private CheckRunner(CheckScript script, SourceText input) {
        steps = script.steps();
        this.input = input;
        matcher = new StepMatcher(input);
    }

    /** Matches the script, or throws {@link MismatchException}. */
    static void run(CheckScript script, SourceText input) {
        new CheckRunner(script, input).run();
    }

    private void run() {
        Span remaining = input.all();
        int done = 0;
        for (int i = 0; i < steps.size(); i++) {
            Directive anchor = steps.get(i).anchor();
            if (anchor.kind() == DirectiveKind.LABEL) {
                // The label is found first, by itself, and bounds the searches of all that leads to it.
                int labelEnd = matcher.find(anchor, remaining).end();
                matchBlock(steps.subList(done, i + 1), new Span(remaining.start(), labelEnd));
                remaining = new Span(labelEnd, remaining.end());
                done = i + 1;
            }
        }
        matchBlock(steps.subList(done, steps.size()), remaining);
    }

    private void matchBlock(List<Step> block, Span region) {
        int from = region.start();
        for (Step step : block) {
            from = matcher.match(step, new Span(from, region.end()));
        }
    }
}
