package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import java.util.List;
import java.util.Optional;

/**
 * What a page is about.
 *
 * @param name what messages call the module
 * @param inventory what the module holds
 * @param findings what the checks find
 * @param remarks what resident transfers would do with its marked calls
 * @param trace what happened when it ran
 */
record Subject(
        String name,
        OffloadInventory inventory,
        List<Finding> findings,
        List<TransferRemark> remarks,
        Optional<RecordedRun> trace) {}
