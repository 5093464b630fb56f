package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.math.LibraryPlaces;
import io.github.offload4j.codegen.signature.KnownBlocks;
import java.util.List;

/**
 * Kernels as the caller gives them.
 *
 * @param content text or bitcode
 * @param name what messages call it
 * @param marked functions that are kernels though nothing in the module says so
 * @param linked modules of which kernels get what they call
 * @param libraries where vendors' device libraries may be
 * @param notes told of each thing that is done to the module so that it fits a device
 * @param blocks what is known of the launches
 * @param unscoped whom atomic accesses and fences are for that name no scope
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KernelSource(
        byte[] content,
        String name,
        List<String> marked,
        List<Linked> linked,
        LibraryPlaces libraries,
        KernelNotes notes,
        KnownBlocks blocks,
        SyncScope unscoped) {
    /**
     * A module of which kernels get what they call.
     *
     * @param content text or bitcode
     * @param name what messages call it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Linked(byte[] content, String name) {}

    /** Returns kernels that nothing is linked into yet. */
    static KernelSource alone(byte[] content, String name, List<String> marked) {
        return new KernelSource(
                content,
                name,
                marked,
                List.of(),
                LibraryPlaces.onThisMachine(List.of()),
                KernelNotes.silent(),
                KnownBlocks.none(),
                SyncScope.SYSTEM);
    }
}
