package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a module registers.
 *
 * @param images its device images
 * @param entries its kernels and variables
 * @param legacy whether the entries have the format of LLVM 19
 */
public record BinaryDescriptor(List<Image> images, List<Entry> entries, boolean legacy) {
    /**
     * A device image.
     *
     * @param begin its first byte
     * @param size its size in bytes
     */
    public record Image(long begin, long size) {}

    /**
     * A kernel or a variable.
     *
     * @param address what identifies it on the host
     * @param name its symbol in the image
     * @param nameAddress where the symbol's text is
     * @param size its size in bytes, 0 for a kernel
     * @param flags the runtime's flags
     * @param data the runtime's data
     */
    public record Entry(long address, String name, long nameAddress, long size, int flags, long data) {}

    /** Reads a descriptor. */
    public static BinaryDescriptor read(long descriptor) {
        StructLayout layout = StructLayout.BINARY_DESCRIPTOR;
        ByteBuffer fields = NativeMemory.view(descriptor, layout.size());
        int count = fields.getInt(layout.offset(0));
        List<Image> images = images(fields.getLong(layout.offset(1)), count);
        long begin = fields.getLong(layout.offset(2));
        long end = fields.getLong(layout.offset(3));
        // The new format begins with a reserved zero, the old one with an address.
        boolean legacy = begin != end && NativeMemory.getLong(begin) != 0;
        List<Entry> entries = new ArrayList<>();
        int step = (legacy ? StructLayout.LEGACY_ENTRY : StructLayout.ENTRY).size();
        for (long at = begin; at < end; at += step) {
            entries.add(legacy ? legacyEntry(at) : entry(at));
        }
        return new BinaryDescriptor(images, List.copyOf(entries), legacy);
    }

    private static List<Image> images(long array, int count) {
        StructLayout layout = StructLayout.DEVICE_IMAGE;
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ByteBuffer fields = NativeMemory.view(array + (long) i * layout.size(), layout.size());
            long begin = fields.getLong(layout.offset(0));
            images.add(new Image(begin, fields.getLong(layout.offset(1)) - begin));
        }
        return List.copyOf(images);
    }

    private static Entry entry(long at) {
        StructLayout layout = StructLayout.ENTRY;
        ByteBuffer fields = NativeMemory.view(at, layout.size());
        long name = fields.getLong(layout.offset(5));
        return new Entry(
                fields.getLong(layout.offset(4)),
                text(name),
                name,
                fields.getLong(layout.offset(6)),
                fields.getInt(layout.offset(3)),
                fields.getLong(layout.offset(7)));
    }

    private static Entry legacyEntry(long at) {
        StructLayout layout = StructLayout.LEGACY_ENTRY;
        ByteBuffer fields = NativeMemory.view(at, layout.size());
        long name = fields.getLong(layout.offset(1));
        return new Entry(
                fields.getLong(layout.offset(0)),
                text(name),
                name,
                fields.getLong(layout.offset(2)),
                fields.getInt(layout.offset(3)),
                fields.getInt(layout.offset(4)));
    }

    /** An entry that names nothing has no text. */
    private static String text(long name) {
        return name == 0 ? "" : NativeMemory.text(name);
    }
}
