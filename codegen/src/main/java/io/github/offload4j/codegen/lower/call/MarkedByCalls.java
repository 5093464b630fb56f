package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;
import java.util.Optional;

/**
 * A call that has got bundles from marks that were calls.
 *
 * @param call the call as it is now
 * @param begin the mark that began the others
 * @param marks what each of its bundles was, in their order
 */
public record MarkedByCalls(IrInstruction call, Origin begin, List<Origin> marks) {
    /**
     * A mark that is gone.
     *
     * @param number which of the module's marks it was, from 0
     * @param symbol the function that it called
     * @param location where the user wrote it
     */
    public record Origin(int number, String symbol, Optional<SourceLocation> location) {}
}
