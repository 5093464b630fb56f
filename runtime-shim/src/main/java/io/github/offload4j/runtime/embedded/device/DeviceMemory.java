package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The memory of one device. It is filled with a pattern before it is handed out, so that a kernel that reads what nobody
 * wrote gives the same wrong numbers every time. Guarded by its device's lock.
 */
final class DeviceMemory {
    /** As a float or a double a large negative number, as an index far out of range. */
    static final byte UNWRITTEN = (byte) 0xcb;

    private final TreeMap<Long, Long> blocks = new TreeMap<>();

    /** Returns a new block, or nothing when there is not enough memory. */
    OptionalLong allocate(long bytes) {
        OptionalLong address = NativeMemory.tryAllocate(bytes);
        address.ifPresent(block -> {
            NativeMemory.fill(block, UNWRITTEN, bytes);
            blocks.put(block, bytes);
        });
        return address;
    }

    /** Gives a block back; returns its size, or nothing when no block begins there. */
    OptionalLong free(long address) {
        Long bytes = blocks.remove(address);
        if (bytes == null) {
            return OptionalLong.empty();
        }
        NativeMemory.free(address);
        return OptionalLong.of(bytes);
    }

    /** Returns whether a region lies inside one block. */
    boolean contains(long address, long bytes) {
        Map.Entry<Long, Long> block = blocks.floorEntry(address);
        return block != null && address - block.getKey() <= block.getValue() - bytes;
    }

    /** Returns how many bytes the block that an address lies in has from there on. */
    OptionalLong bytesAt(long address) {
        Map.Entry<Long, Long> block = blocks.floorEntry(address);
        return block == null || address - block.getKey() >= block.getValue()
                ? OptionalLong.empty()
                : OptionalLong.of(block.getValue() - (address - block.getKey()));
    }

    void freeAll() {
        blocks.keySet().forEach(NativeMemory::free);
        blocks.clear();
    }
}
