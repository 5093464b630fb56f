package io.github.offload4j.irtests.mapping;

import java.nio.ByteBuffer;

/** Host memory of its own for each of many sequences: what one leaves mapped is never met by another. */
final class HostMemories {
    private static final int DISTANCE = 256;

    private final ByteBuffer all;

    HostMemories(int count) {
        all = ByteBuffer.allocateDirect(DISTANCE * (count + 1)).alignedSlice(DISTANCE);
    }

    ByteBuffer get(int number) {
        return all.slice(number * DISTANCE, Sequence.HOST);
    }
}
