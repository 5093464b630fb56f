package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.OffloadSite;
import java.util.List;

/** A check, which sees a module's functions one by one: what is known of one is forgotten when the next comes. */
interface SiteCheck {
    /** Checks the sites of one function. */
    void check(List<OffloadSite> sites);

    /** Checks what can be told only once every function was seen. */
    default void finish() {}
}
