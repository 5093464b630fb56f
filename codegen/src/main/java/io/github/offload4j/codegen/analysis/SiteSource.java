package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.OffloadSite;
import java.util.List;
import java.util.function.Consumer;

/** Where the checks get the sites of a module from. */
interface SiteSource {
    /** Tells the sites of each function that has any, in the order of the module. */
    void forEachFunction(Consumer<List<OffloadSite>> check);
}
