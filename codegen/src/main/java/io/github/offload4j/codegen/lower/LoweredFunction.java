package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.List;
import java.util.Objects;

/**
 * The sites of a function that got some.
 *
 * @param function the function
 * @param sites its sites in the order of its text; none when they have to be read back
 * @param unknown whether sites have to be read back: parts of theirs may have been replaced, or there are too many
 */
@SuppressWarnings("exports") // for the checks of this library
public record LoweredFunction(IrFunction function, List<SiteRecord> sites, boolean unknown) {
    /** Copies the list. */
    public LoweredFunction {
        Objects.requireNonNull(function, "function is null");
        sites = List.copyOf(Objects.requireNonNull(sites, "sites is null"));
    }
}
