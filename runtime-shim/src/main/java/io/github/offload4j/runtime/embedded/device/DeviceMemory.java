package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.util.HashMap;
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

    /** Blocks in front of which there is memory that nobody uses, and how much. */
    private final Map<Long, Long> padded = new HashMap<>();

    /** Returns a new block, or nothing when there is not enough memory. */
    OptionalLong allocate(long bytes) {
        return allocate(bytes, 0);
    }

    /**
     * Returns a new block that begins so many bytes behind an aligned address, or nothing when there is not enough memory.
     *
     * @param padding less than the alignment of memory
     */
    OptionalLong allocate(long bytes, long padding) {
        OptionalLong allocated = NativeMemory.tryAllocate(padding + bytes);
        if (allocated.isEmpty()) {
            return allocated;
        }
        long block = allocated.getAsLong() + padding;
        NativeMemory.fill(block, UNWRITTEN, bytes);
        blocks.put(block, bytes);
        if (padding > 0) {
            padded.put(block, padding);
        }
        return OptionalLong.of(block);
    }

    /** Gives a block back; returns its size, or nothing when no block begins there. */
    OptionalLong free(long address) {
        Long bytes = blocks.remove(address);
        if (bytes == null) {
            return OptionalLong.empty();
        }
        release(address);
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

    private void release(long block) {
        Long padding = padded.remove(block);
        NativeMemory.free(padding == null ? block : block - padding);
    }

    void freeAll() {
        blocks.keySet().forEach(this::release);
        blocks.clear();
    }
}
