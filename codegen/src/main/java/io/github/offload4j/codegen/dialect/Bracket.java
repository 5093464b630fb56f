package io.github.offload4j.codegen.dialect;

import java.util.List;

/**
 * What stands in a pair of brackets.
 *
 * @param open where the opening one is
 * @param close where the closing one is; the end of the text when there is none
 * @param parts what the commas separate, without the blanks around it
 */
record Bracket(int open, int close, List<Span> parts) {
    Bracket {
        parts = List.copyOf(parts);
    }
}
