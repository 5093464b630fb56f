package io.github.offload4j.codegen.lower;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Says that marked calls of a module cannot be lowered: everything that is wrong with them. */
public final class LoweringException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<MarkProblem> problems;

    LoweringException(List<MarkProblem> problems) {
        super(problems.stream().map(MarkProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, in the module's order; at least one thing. */
    public List<MarkProblem> problems() {
        return problems;
    }
}
