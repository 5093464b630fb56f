package io.github.offload4j.irtests.filecheck;

import java.util.ArrayList;
import java.util.List;

/**
 * The directives of a check text, grouped into the steps in which they are matched.
 *
 * @param steps the steps in order; never empty
 */
record CheckScript(List<Step> steps) {
    CheckScript {
        steps = List.copyOf(steps);
    }

    /** Groups the directives, or throws {@link CheckSyntaxException} if one stands where it may not. */
    static CheckScript of(List<Directive> directives, String prefix) {
        List<Step> steps = new ArrayList<>();
        List<Directive> leading = new ArrayList<>();
        for (Directive directive : directives) {
            if (directive.kind().leadsToAnother()) {
                leading.add(directive);
                continue;
            }
            if (directive.kind().needsPreviousMatch() && steps.isEmpty()) {
                throw new CheckSyntaxException(
                        directive.line(),
                        prefix + directive.kind().suffix() + " without a previous '" + prefix + ":' line");
            }
            steps.add(new Step(leading, directive));
            leading.clear();
        }
        if (!leading.isEmpty()) {
            int lastLine = directives.get(directives.size() - 1).line();
            steps.add(new Step(leading, Directive.endOfInput(lastLine + 1)));
        }
        return new CheckScript(steps);
    }
}
