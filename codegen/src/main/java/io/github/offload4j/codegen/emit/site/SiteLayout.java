package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import java.util.List;
import java.util.Optional;

/** Turns the arguments of a site into entries, reserves its memory and fills it: in the order of a preset. */
interface SiteLayout {
    /**
     * A site whose memory is filled.
     *
     * @param table the entries
     * @param frame the memory
     * @param stores what was stored for each entry
     * @param united whether a helper adds up the directions of entries on one memory
     */
    record Laid(EntryTable table, Frame frame, List<ArgumentArrays.Stores> stores, boolean united) {}

    /** Emits everything that comes before the site's first call. */
    Laid lay(SitePlan plan, Optional<SourceLocation> location, IrBuilder builder);
}
