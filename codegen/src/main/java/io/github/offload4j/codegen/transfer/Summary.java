package io.github.offload4j.codegen.transfer;

import java.util.List;

/**
 * What a function maps, always and nothing else but memory of its own, and unmaps before it returns.
 *
 * @param mapped each memory once
 */
record Summary(List<Mapped> mapped) {
    /**
     * Memory that is mapped whenever the function is called.
     *
     * @param place where it begins
     * @param size how many bytes, unless the place is null
     * @param to whether the first site that maps it copies in
     * @param from whether one copies back, whichever way control takes
     * @param name what messages call it
     */
    record Mapped(Formula place, Formula size, boolean to, boolean from, String name) {}
}
