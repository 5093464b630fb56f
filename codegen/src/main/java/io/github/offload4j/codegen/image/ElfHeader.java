package io.github.offload4j.codegen.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The fields of a 64-bit little-endian ELF header by which the runtime accepts an image.
 *
 * @param abiVersion the version of the processor family's conventions
 * @param type relocatable, executable or shared
 * @param machine the processor family
 * @param flags the family's own flags
 */
record ElfHeader(int abiVersion, int type, int machine, int flags) {
    static final int RELOCATABLE = 1;
    static final int EXECUTABLE = 2;
    static final int SHARED = 3;

    private static final int MAGIC = 0x464C457F;
    private static final int HEADER_BYTES = 64;
    private static final byte CLASS_64 = 2;
    private static final byte LITTLE_ENDIAN = 1;

    /** Reads a header, or returns nothing when the bytes are no such file. */
    static Optional<ElfHeader> read(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(0) != MAGIC || header.get(4) != CLASS_64 || header.get(5) != LITTLE_ENDIAN) {
            return Optional.empty();
        }
        return Optional.of(new ElfHeader(header.get(8), header.getShort(16), header.getShort(18), header.getInt(48)));
    }
}
