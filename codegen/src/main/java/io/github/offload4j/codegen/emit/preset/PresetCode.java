package io.github.offload4j.codegen.emit.preset;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.emit.site.Site;
import io.github.offload4j.codegen.emit.site.SitePlan;
import io.github.offload4j.codegen.ir.IrBuilder;

/** The code of a module whose sites are emitted by one preset: what comes first, the sites, and what closes it. */
public sealed interface PresetCode permits DefaultPreset, RustcPreset {
    /**
     * Emits what the module has before it has a site.
     *
     * @throws OffloadException when the module has a symbol of the runtime's as something else; nothing is emitted then
     */
    void begin();

    /**
     * Emits what comes with the first site.
     *
     * @throws OffloadException when the module has a symbol of the runtime's as something else; nothing is emitted then
     */
    void beforeFirstSite();

    /**
     * Opens a site: its data is mapped when this returns, unless its one launch maps it; and its device addresses are known
     * when it is for host calls.
     *
     * @param alone whether nothing but its call runs while the data is mapped, in its thread
     */
    Site open(SitePlan plan, boolean alone, IrBuilder builder);

    /** Emits what closes a module that has sites. */
    void finish();

    /** Returns whether somebody may ask for the records of its sites. */
    boolean recordsSites();
}
