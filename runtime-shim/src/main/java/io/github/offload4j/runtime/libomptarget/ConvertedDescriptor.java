package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.runtime.binding.BinaryDescriptor;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.nio.ByteBuffer;
import java.util.List;

/** A copy of a descriptor whose entries have the new format: the descriptor, its images and its entries in one block. */
final class ConvertedDescriptor implements AutoCloseable {
    private static final StructLayout DESCRIPTOR = StructLayout.BINARY_DESCRIPTOR;
    private static final StructLayout IMAGE = StructLayout.DEVICE_IMAGE;
    private static final StructLayout ENTRY = StructLayout.ENTRY;

    private final long address;

    private ConvertedDescriptor(long address) {
        this.address = address;
    }

    static ConvertedDescriptor of(BinaryDescriptor content) {
        int images = DESCRIPTOR.size();
        int entries = images + content.images().size() * IMAGE.size();
        int end = entries + content.entries().size() * ENTRY.size();
        long address = NativeMemory.allocate(end);
        ByteBuffer block = NativeMemory.view(address, end);
        NativeMemory.fill(address, (byte) 0, end);
        block.putInt(DESCRIPTOR.offset(0), content.images().size());
        block.putLong(DESCRIPTOR.offset(1), address + images);
        block.putLong(DESCRIPTOR.offset(2), address + entries);
        block.putLong(DESCRIPTOR.offset(3), address + end);
        List<BinaryDescriptor.Image> all = content.images();
        for (int i = 0; i < all.size(); i++) {
            int at = images + i * IMAGE.size();
            block.putLong(at + IMAGE.offset(0), all.get(i).begin());
            block.putLong(at + IMAGE.offset(1), all.get(i).begin() + all.get(i).size());
            block.putLong(at + IMAGE.offset(2), address + entries);
            block.putLong(at + IMAGE.offset(3), address + end);
        }
        for (int i = 0; i < content.entries().size(); i++) {
            put(block, entries + i * ENTRY.size(), content.entries().get(i));
        }
        return new ConvertedDescriptor(address);
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

    long address() {
        return address;
    }

    @Override
    public void close() {
        NativeMemory.free(address);
    }
}
