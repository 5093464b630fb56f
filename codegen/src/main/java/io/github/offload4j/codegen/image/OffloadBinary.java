package io.github.offload4j.codegen.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * LLVM's container for device images, version 1: what {@code llvm-offload-binary} packs and {@code clang-linker-wrapper}
 * reads. Each image is a binary of its own; several follow one another, each starting at a multiple of 8 bytes.
 *
 * <p>Images for the host's processor say what clang's say, see {@link PackedTarget}.
 *
 * <p>Beside {@code triple} and {@code arch} our own images carry the kernels' signatures under {@code offload4j-kernels},
 * which other tools ignore.
 */
public final class OffloadBinary {
    private static final int MAGIC = 0xAD10FF10;
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 32;
    private static final int ENTRY_BYTES = 40;
    private static final int STRING_BYTES = 16;
    /** Tools write a handful; each may reach over the whole binary. */
    private static final int MOST_STRINGS = 256;

    private static final int ALIGNMENT = 8;
    private static final int OFFLOAD_KIND_OPENMP = 1;

    private static final String TRIPLE = "triple";
    private static final String ARCH = "arch";
    private static final String KERNELS = "offload4j-kernels";

    private OffloadBinary() {}

    /** Returns whether bytes begin like an offload binary. */
    public static boolean isOffloadBinary(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes is null");
        return bytes.length >= HEADER_BYTES
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == MAGIC;
    }

    /** Returns the images packed one after another. The host versions of images are not packed. */
    public static byte[] write(List<DeviceImage> images) {
        Objects.requireNonNull(images, "images is null");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (DeviceImage image : images) {
            out.writeBytes(write(image));
        }
        return out.toByteArray();
    }

    private static byte[] write(DeviceImage image) {
        Map<String, String> strings = new LinkedHashMap<>();
        strings.put(ARCH, PackedTarget.processor(image.target()));
        strings.put(TRIPLE, PackedTarget.triple(image.target()));
        if (!image.kernels().isEmpty()) {
            strings.put(KERNELS, SignatureText.write(image.kernels()));
        }
        int tableOffset = HEADER_BYTES + ENTRY_BYTES;
        int textOffset = tableOffset + strings.size() * STRING_BYTES;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<Long> offsets = new ArrayList<>();
        strings.forEach((key, value) -> {
            offsets.add((long) textOffset + text.size());
            text.writeBytes((key + "\0").getBytes(UTF_8));
            offsets.add((long) textOffset + text.size());
            text.writeBytes((value + "\0").getBytes(UTF_8));
        });
        byte[] content = image.content();
        int imageOffset = align(textOffset + text.size());
        int total = align(imageOffset + content.length);

        ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(VERSION).putLong(total).putLong(HEADER_BYTES).putLong(ENTRY_BYTES);
        out.putShort((short) image.kind().code())
                .putShort((short) OFFLOAD_KIND_OPENMP)
                .putInt(0);
        out.putLong(tableOffset).putLong(strings.size()).putLong(imageOffset).putLong(content.length);
        offsets.forEach(out::putLong);
        out.put(text.toByteArray());
        out.position(imageOffset).put(content);
        return out.array();
    }

    private static int align(int offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /**
     * Reads every image.
     *
     * @throws OffloadException when the bytes are not offload binaries of version 1, or name a target that is not known
     */
    public static List<DeviceImage> read(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes is null");
        List<DeviceImage> images = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            ByteBuffer rest =
                    ByteBuffer.wrap(bytes, start, bytes.length - start).slice().order(ByteOrder.LITTLE_ENDIAN);
            int size = size(rest, start);
            images.add(readOne(rest.slice(0, size).order(ByteOrder.LITTLE_ENDIAN)));
            start = align(start + size);
        }
        return images;
    }

    private static int size(ByteBuffer bytes, int start) {
        if (bytes.remaining() < HEADER_BYTES + ENTRY_BYTES || bytes.getInt(0) != MAGIC) {
            throw malformed("no offload binary begins at byte " + start);
        }
        if (bytes.getInt(4) != VERSION) {
            throw malformed("version " + bytes.getInt(4) + " is not known; this library reads version " + VERSION);
        }
        long size = bytes.getLong(8);
        if (size < HEADER_BYTES + ENTRY_BYTES || size > bytes.remaining()) {
            throw malformed("it says that it has " + size + " bytes, and " + bytes.remaining() + " are there");
        }
        return (int) size;
    }

    private static DeviceImage readOne(ByteBuffer binary) {
        ByteBuffer entry = part(binary, binary.getLong(16), ENTRY_BYTES, "entry");
        Map<String, String> strings = readStrings(binary, entry.getLong(8), entry.getLong(16));
        ByteBuffer image = part(binary, entry.getLong(24), entry.getLong(32), "image");
        byte[] content = new byte[image.remaining()];
        image.get(content);
        String triple = strings.getOrDefault(TRIPLE, "");
        Architecture architecture = Architecture.of(triple)
                .orElseThrow(() -> malformed("its triple '" + triple + "' is of no known device target"));
        return new DeviceImage(
                PackedTarget.target(architecture, strings.getOrDefault(ARCH, "")),
                ImageKind.of(entry.getShort(0)),
                content,
                SignatureText.read(strings.getOrDefault(KERNELS, "")),
                new byte[0]);
    }

    private static Map<String, String> readStrings(ByteBuffer binary, long offset, long count) {
        if (count < 0 || count > MOST_STRINGS) {
            throw malformed("it says that it has " + count + " strings");
        }
        ByteBuffer table = part(binary, offset, count * STRING_BYTES, "string table");
        Map<String, String> strings = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            strings.put(
                    text(binary, table.getLong(i * STRING_BYTES)), text(binary, table.getLong(i * STRING_BYTES + 8)));
        }
        return strings;
    }

    private static String text(ByteBuffer binary, long offset) {
        ByteBuffer rest = part(binary, offset, binary.capacity() - Math.max(0, offset), "string");
        int length = 0;
        while (length < rest.capacity() && rest.get(length) != 0) {
            length++;
        }
        if (length == rest.capacity()) {
            throw malformed("a string has no end");
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static ByteBuffer part(ByteBuffer binary, long offset, long size, String what) {
        if (offset < 0 || size < 0 || offset > binary.capacity() - size) {
            throw malformed("its " + what + " lies outside of it");
        }
        return binary.slice((int) offset, (int) size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static OffloadException malformed(String why) {
        return new OffloadException(Reason.SYNTAX, "the offload binary is malformed: " + why);
    }
}
