package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.runtime.binding.BinaryDescriptor;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.nio.ByteBuffer;

/**
 * What the runtime is given in place of a program's descriptor: the same content, at addresses that no other program will
 * ever have. The entries are never freed, some tens of bytes a kernel; the rest is freed after the registration ends.
 */
final class DescriptorCopy implements AutoCloseable {
    private static final StructLayout DESCRIPTOR = StructLayout.BINARY_DESCRIPTOR;
    private static final StructLayout IMAGE = StructLayout.DEVICE_IMAGE;
    private static final StructLayout ENTRY = StructLayout.ENTRY;
    private static final StructLayout LEGACY = StructLayout.LEGACY_ENTRY;

    private final long address;

    private DescriptorCopy(long address) {
        this.address = address;
    }

    /**
     * Makes a copy.
     *
     * @param layout the format of the copy's entries
     */
    static DescriptorCopy of(BinaryDescriptor content, StructLayout layout) {
        long entriesEnd = (long) content.entries().size() * layout.size();
        long entries = content.entries().isEmpty() ? 0 : entries(content, layout);
        int size = DESCRIPTOR.size() + content.images().size() * IMAGE.size();
        long address = NativeMemory.allocate(size);
        ByteBuffer block = NativeMemory.view(address, size);
        NativeMemory.fill(address, (byte) 0, size);
        block.putInt(DESCRIPTOR.offset(0), content.images().size());
        block.putLong(DESCRIPTOR.offset(1), address + DESCRIPTOR.size());
        block.putLong(DESCRIPTOR.offset(2), entries);
        block.putLong(DESCRIPTOR.offset(3), entries + entriesEnd);
        int at = DESCRIPTOR.size();
        for (BinaryDescriptor.Image image : content.images()) {
            block.putLong(at + IMAGE.offset(0), image.begin());
            block.putLong(at + IMAGE.offset(1), image.begin() + image.size());
            block.putLong(at + IMAGE.offset(2), entries);
            block.putLong(at + IMAGE.offset(3), entries + entriesEnd);
            at += IMAGE.size();
        }
        return new DescriptorCopy(address);
    }

    private static long entries(BinaryDescriptor content, StructLayout layout) {
        int size = content.entries().size() * layout.size();
        long address = NativeMemory.allocate(size);
        NativeMemory.fill(address, (byte) 0, size);
        ByteBuffer block = NativeMemory.view(address, size);
        int at = 0;
        for (BinaryDescriptor.Entry entry : content.entries()) {
            if (layout == LEGACY) {
                putLegacy(block, at, entry);
            } else {
                put(block, at, entry);
            }
            at += layout.size();
        }
        return address;
    }

    private static void put(ByteBuffer block, int at, BinaryDescriptor.Entry entry) {
        block.putShort(at + ENTRY.offset(1), (short) RuntimeConstants.ENTRY_VERSION);
        block.putShort(at + ENTRY.offset(2), (short) RuntimeConstants.ENTRY_KIND_OPENMP);
        block.putInt(at + ENTRY.offset(3), entry.flags());
        block.putLong(at + ENTRY.offset(4), entry.address());
        block.putLong(at + ENTRY.offset(5), entry.nameAddress());
        block.putLong(at + ENTRY.offset(6), entry.size());
        block.putLong(at + ENTRY.offset(7), entry.data());
    }

    private static void putLegacy(ByteBuffer block, int at, BinaryDescriptor.Entry entry) {
        block.putLong(at + LEGACY.offset(0), entry.address());
        block.putLong(at + LEGACY.offset(1), entry.nameAddress());
        block.putLong(at + LEGACY.offset(2), entry.size());
        block.putInt(at + LEGACY.offset(3), entry.flags());
        block.putInt(at + LEGACY.offset(4), (int) entry.data());
    }

    long address() {
        return address;
    }

    @Override
    public void close() {
        NativeMemory.free(address);
    }
}
