package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.runtime.binding.BinaryDescriptor.Image;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies of device images that stay until the process ends, one for each different content. Runtimes 19 and 20 look at
 * every image that was ever registered whenever one is, also at those of programs whose memory is freed by then.
 */
final class KeptImages {
    private final Map<ByteBuffer, Image> images = new HashMap<>();

    Image keep(Image image) {
        byte[] content = NativeMemory.bytes(image.begin(), image.size());
        return images.computeIfAbsent(ByteBuffer.wrap(content), missing -> copy(image));
    }

    private static Image copy(Image image) {
        long address = NativeMemory.allocate(image.size());
        NativeMemory.copy(address, image.begin(), image.size());
        return new Image(address, image.size());
    }
}
