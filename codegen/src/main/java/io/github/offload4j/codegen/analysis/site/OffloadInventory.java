package io.github.offload4j.codegen.analysis.site;

import java.util.List;

/**
 * Everything about offloading that a module holds.
 *
 * @param sites the sites in the order of the module's functions
 * @param entries the offload entries
 * @param images the device images
 */
public record OffloadInventory(List<OffloadSite> sites, List<OffloadEntry> entries, List<OffloadImage> images) {
    /** Copies the lists. */
    public OffloadInventory {
        sites = List.copyOf(sites);
        entries = List.copyOf(entries);
        images = List.copyOf(images);
    }
}
