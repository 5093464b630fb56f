package io.github.offload4j.codegen.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.RuntimeAbi;
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
 * LLVM's container for device images: what {@code llvm-offload-binary} packs and {@code clang-linker-wrapper} reads. In
 * version 1 each image is a binary of its own; several follow one another, each starting at a multiple of 8 bytes. In
 * version 2, of LLVM 23, one binary has all of them.
 *
 * <p>Images for the host's processor say what clang's say, see {@link PackedTarget}.
 *
 * <p>Beside {@code triple} and {@code arch} our own images carry the kernels' signatures under {@code offload4j-kernels},
 * and how they get their arguments under {@code offload4j-form}, unless that is as runtimes 19 to 22 call them; other tools
 * ignore both.
 */
public final class OffloadBinary {
    private static final int MAGIC = 0xAD10FF10;
    private static final int NEWEST_VERSION = 2;
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
    private static final String FORM = "offload4j-form";

    private OffloadBinary() {}

    /** Returns whether bytes begin like an offload binary. */
    public static boolean isOffloadBinary(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes is null");
        return bytes.length >= HEADER_BYTES
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == MAGIC;
    }

    /** Returns the images packed one after another, as LLVM 19 to 22 do. The host versions of images are not packed. */
    public static byte[] write(List<DeviceImage> images) {
        return write(images, RuntimeAbi.LLVM_22);
    }

    /** Returns the images packed as the tools of a runtime's LLVM do. The host versions of images are not packed. */
    public static byte[] write(List<DeviceImage> images, RuntimeAbi abi) {
        Objects.requireNonNull(images, "images is null");
        Objects.requireNonNull(abi, "abi is null");
        int version = abi.offloadBinaryVersion();
        if (version > 1 && !images.isEmpty()) {
            return write(images, version, images.size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (DeviceImage image : images) {
            out.writeBytes(write(List.of(image), version, ENTRY_BYTES));
        }
        return out.toByteArray();
    }

    /** The last field of the header tells an entry's size in version 1, and how many there are in version 2. */
    private static byte[] write(List<DeviceImage> images, int version, long last) {
        List<Map<String, String>> strings =
                images.stream().map(OffloadBinary::strings).toList();
        int tables = HEADER_BYTES + ENTRY_BYTES * images.size();
        int textOffset = tables + strings.stream().mapToInt(Map::size).sum() * STRING_BYTES;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<Long> offsets = new ArrayList<>();
        for (Map<String, String> ofImage : strings) {
            ofImage.forEach((key, value) -> {
                offsets.add((long) textOffset + text.size());
                text.writeBytes((key + "\0").getBytes(UTF_8));
                offsets.add((long) textOffset + text.size());
                text.writeBytes((value + "\0").getBytes(UTF_8));
            });
        }
        int imageOffset = align(textOffset + text.size());
        int total = imageOffset;
        for (DeviceImage image : images) {
            total = align(total + image.content().length);
        }

        ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(version).putLong(total).putLong(HEADER_BYTES).putLong(last);
        int table = tables;
        int place = imageOffset;
        for (int i = 0; i < images.size(); i++) {
            int length = images.get(i).content().length;
            out.putShort((short) images.get(i).kind().code())
                    .putShort((short) OFFLOAD_KIND_OPENMP)
                    .putInt(0);
            out.putLong(table).putLong(strings.get(i).size()).putLong(place).putLong(length);
            table += strings.get(i).size() * STRING_BYTES;
            place = align(place + length);
        }
        offsets.forEach(out::putLong);
        out.put(text.toByteArray());
        place = imageOffset;
        for (DeviceImage image : images) {
            byte[] content = image.content();
            out.position(place).put(content);
            place = align(place + content.length);
        }
        return out.array();
    }

    private static Map<String, String> strings(DeviceImage image) {
        Map<String, String> strings = new LinkedHashMap<>();
        strings.put(ARCH, PackedTarget.processor(image.target()));
        strings.put(TRIPLE, PackedTarget.triple(image.target()));
        if (!image.kernels().isEmpty()) {
            strings.put(KERNELS, SignatureText.write(image.kernels()));
        }
        if (image.form() != KernelForm.POINTER_FIRST) {
            strings.put(FORM, image.form().word());
        }
        return strings;
    }

    private static int align(int offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /**
     * Reads every image.
     *
     * @throws OffloadException when the bytes are not offload binaries of version 1 or 2, or name a target that is not known
     */
    public static List<DeviceImage> read(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes is null");
        List<DeviceImage> images = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            ByteBuffer rest =
                    ByteBuffer.wrap(bytes, start, bytes.length - start).slice().order(ByteOrder.LITTLE_ENDIAN);
            int size = size(rest, start);
            ByteBuffer binary = rest.slice(0, size).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count(binary); i++) {
                images.add(readOne(binary, i));
            }
            start = align(start + size);
        }
        return images;
    }

    private static int size(ByteBuffer bytes, int start) {
        if (bytes.remaining() < HEADER_BYTES + ENTRY_BYTES || bytes.getInt(0) != MAGIC) {
            throw malformed("no offload binary begins at byte " + start);
        }
        int version = bytes.getInt(4);
        if (version < 1 || version > NEWEST_VERSION) {
            throw malformed("version " + version + " is not known; this library reads versions 1 to " + NEWEST_VERSION);
        }
        long size = bytes.getLong(8);
        if (size < HEADER_BYTES + ENTRY_BYTES || size > bytes.remaining()) {
            throw malformed("it says that it has " + size + " bytes, and " + bytes.remaining() + " are there");
        }
        return (int) size;
    }

    private static int count(ByteBuffer binary) {
        if (binary.getInt(4) == 1) {
            return 1;
        }
        long count = binary.getLong(24);
        if (count < 0 || count > binary.capacity() / ENTRY_BYTES) {
            throw malformed("it says that it has " + count + " images");
        }
        return (int) count;
    }

    private static DeviceImage readOne(ByteBuffer binary, int index) {
        long first = binary.getLong(16);
        part(binary, first, 0, "entry");
        ByteBuffer entry = part(binary, first + (long) index * ENTRY_BYTES, ENTRY_BYTES, "entry");
        Map<String, String> strings = readStrings(binary, entry.getLong(8), entry.getLong(16));
        ByteBuffer image = part(binary, entry.getLong(24), entry.getLong(32), "image");
        byte[] content = new byte[image.remaining()];
        image.get(content);
        String triple = strings.getOrDefault(TRIPLE, "");
        Architecture architecture = Architecture.of(triple)
                .orElseThrow(() -> malformed("its triple '" + triple + "' is of no known device target"));
        String form = strings.getOrDefault(FORM, KernelForm.POINTER_FIRST.word());
        DeviceImage read = new DeviceImage(
                PackedTarget.target(architecture, strings.getOrDefault(ARCH, "")),
                ImageKind.of(entry.getShort(0)),
                content,
                SignatureText.read(strings.getOrDefault(KERNELS, "")),
                new byte[0]);
        return read.withForm(KernelForm.of(form)
                .orElseThrow(() -> malformed("its kernels have a form that is not known, '" + form + "'")));
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
