package io.github.offload4j.irtests.mapping;

import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.ArrayList;
import java.util.List;

/** What a program means, as steps of the model. */
final class StatementSteps {
    private final List<Step> steps = new ArrayList<>();

    private StatementSteps() {}

    static List<Step> of(List<Statement> program) {
        StatementSteps all = new StatementSteps();
        program.forEach(all::add);
        return all.steps;
    }

    private void add(Statement statement) {
        if (statement instanceof Statement.Region region) {
            steps.add(new Step.Begin(region.device(), entries(region.clauses())));
            region.body().forEach(this::add);
            steps.add(new Step.End(region.device(), entries(region.clauses())));
        } else if (statement instanceof Statement.Kernel kernel) {
            List<Step.Operand> operands = new ArrayList<>();
            entries(kernel.clauses()).forEach(entry -> operands.add(new Step.Mapped(entry)));
            steps.add(new Step.Launch(kernel.device(), operands, kernel.change()));
        } else if (statement instanceof Statement.Library library) {
            steps.add(new Step.HostCall(library.device(), entries(library.clauses()), library.change()));
        } else if (statement instanceof Statement.Act act) {
            List<Entry> entries = entries(act.clauses());
            steps.add(
                    switch (act.action()) {
                        case ENTER -> new Step.Begin(act.device(), entries);
                        case EXIT -> new Step.End(act.device(), entries);
                        case UPDATE -> new Step.Update(act.device(), entries);
                    });
        } else if (statement instanceof Statement.Host host) {
            Statement.Section section = host.section();
            steps.add(new Step.HostWrite(place(section), section.size(), host.change()));
        }
    }

    private static List<Entry> entries(List<Statement.Clause> clauses) {
        return clauses.stream().map(StatementSteps::entry).toList();
    }

    private static Entry entry(Statement.Clause clause) {
        MapType type = clause.access().mapType();
        for (MapModifier modifier : clause.modifiers()) {
            type = type.with(modifier.flag());
        }
        int base = clause.section().data().place();
        return new Entry(base, place(clause.section()), clause.section().size(), type);
    }

    private static int place(Statement.Section section) {
        return section.data().place() + section.begin();
    }
}
