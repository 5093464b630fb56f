package io.github.offload4j.irtests.mapping;

import java.util.List;

/**
 * What is compared of a program, by clang, by the library and by the model. Calls, names and entries are not: those are the
 * rows of the table in {@code docs/lowering.md}. All that the runtime reports is.
 */
final class Comparison {
    private Comparison() {}

    /** Returns what a program does by the model; one that the runtime ends leaves nothing behind. */
    static Outcome expected(List<Statement> program) {
        Outcome model = ReferenceModel.run(StatementSteps.of(program), false);
        String stop = model.stop().replaceFirst("\\d+ ", "");
        return comparable(new Outcome(List.of(), model.transfers(), stop.isEmpty() ? model.memory() : "", stop));
    }

    /** Returns an outcome without the numbers of steps, which compiled programs do not have. */
    static Outcome comparable(Outcome outcome) {
        List<String> transfers = outcome.transfers().stream()
                .map(line -> line.replaceFirst("^\\d* ", ""))
                .toList();
        return new Outcome(List.of(), transfers, outcome.memory(), outcome.stop());
    }
}
