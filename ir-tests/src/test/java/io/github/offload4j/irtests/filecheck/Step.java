package io.github.offload4j.irtests.filecheck;

import java.util.List;

/**
 * A positive directive with the {@code NOT} and {@code DAG} directives that lead to it.
 *
 * @param leading the {@code NOT} and {@code DAG} directives, in the order of the check text
 * @param anchor the directive that ends the region of the leading ones
 */
record Step(List<Directive> leading, Directive anchor) {
    Step {
        leading = List.copyOf(leading);
    }
}
