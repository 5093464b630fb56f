package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.SourceText;
import java.util.List;

/**
 * A file of offloads.
 *
 * @param source the text that it was read from
 * @param offloads the functions to define, in order, those that only act on data behind the others
 */
public record Spec(SourceText source, List<OffloadSpec> offloads) {
    /** Copies the list. */
    public Spec {
        offloads = List.copyOf(offloads);
    }
}
