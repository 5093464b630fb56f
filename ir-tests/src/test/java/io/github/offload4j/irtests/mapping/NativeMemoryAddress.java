package io.github.offload4j.irtests.mapping;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;

/** Where a direct buffer's memory is. */
final class NativeMemoryAddress {
    private NativeMemoryAddress() {}

    static long of(ByteBuffer buffer) {
        try (BytePointer pointer = new BytePointer(buffer)) {
            return pointer.address();
        }
    }
}
