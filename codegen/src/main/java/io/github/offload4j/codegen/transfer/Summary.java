package io.github.offload4j.codegen.transfer;

import java.util.List;

/**
 * What a function maps, and nothing else but memory of its own, and unmaps before it returns.
 *
 * @param mapped each memory once
 */
record Summary(List<Mapped> mapped) {
    /**
     * Memory that is mapped when the function is called.
     *
     * @param place where it begins
     * @param size how many bytes, unless the place is null
     * @param to whether the first site that maps it copies in, or any where it is not always mapped
     * @param from whether one copies back, whichever way control takes; or any where it is not always mapped
     * @param always whether it is mapped, and copied these ways, whichever way control takes
     * @param name what messages call it
     */
    record Mapped(Recipe place, Recipe size, boolean to, boolean from, boolean always, String name) {}
}
