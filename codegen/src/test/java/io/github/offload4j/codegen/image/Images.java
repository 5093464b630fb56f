package io.github.offload4j.codegen.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.List;

/** Images to try things on. */
final class Images {
    private Images() {}

    static DeviceImage of(String target, ImageKind kind, byte[] content, KernelSignature... kernels) {
        return new DeviceImage(DeviceTarget.parse(target), kind, content, List.of(kernels), new byte[0]);
    }

    /** Returns an image of so many bytes that tells one byte from another. */
    static DeviceImage ofSize(int size, String target) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i + 1);
        }
        return of(target, ImageKind.OBJECT, content);
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
