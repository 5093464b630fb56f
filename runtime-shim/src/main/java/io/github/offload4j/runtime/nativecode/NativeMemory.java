package io.github.offload4j.runtime.nativecode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Pointer;

/** Memory at addresses. Nothing is checked: the caller vouches for every address. */
public final class NativeMemory {
    private static final int TEXT_CHUNK = 64;

    private NativeMemory() {}

    /** A pointer with an address that somebody else found out. */
    private static final class Address extends Pointer {
        Address(long address, long bytes) {
            super((Pointer) null);
            this.address = address;
            this.limit = bytes;
            this.capacity = bytes;
        }

        static long of(Buffer buffer) {
            return getDirectBufferAddress(buffer);
        }
    }

    static Pointer pointer(long address) {
        return new Pointer(new Address(address, 0));
    }

    /**
     * Returns the memory at an address as a buffer in the machine's byte order; it is valid as long as the memory is.
     *
     * @param bytes at most 2147483647
     */
    public static ByteBuffer view(long address, long bytes) {
        if (bytes == 0) {
            return ByteBuffer.allocateDirect(0);
        }
        return new Pointer(new Address(address, bytes)).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** Returns the address of a direct buffer's content, from its beginning whatever the position is. */
    public static long address(Buffer direct) {
        return Address.of(direct);
    }

    /**
     * Returns fresh memory, aligned to 16 bytes, with unspecified content.
     *
     * @throws OutOfMemoryError when there is no such memory
     */
    public static long allocate(long bytes) {
        return tryAllocate(bytes).orElseThrow(() -> new OutOfMemoryError("no " + bytes + " bytes of native memory"));
    }

    /** Returns fresh memory as {@link #allocate} does, or nothing when there is not enough. */
    public static OptionalLong tryAllocate(long bytes) {
        if (!AvailableMemory.has(bytes)) {
            return OptionalLong.empty();
        }
        Pointer memory = Pointer.malloc(Math.max(bytes, 1));
        return memory == null || memory.isNull() ? OptionalLong.empty() : OptionalLong.of(memory.address());
    }

    /** Gives memory of {@link #allocate} back. */
    public static void free(long address) {
        Pointer.free(pointer(address));
    }

    /** Copies bytes between regions that may overlap. */
    public static void copy(long target, long source, long bytes) {
        if (bytes > 0) {
            Pointer.memmove(pointer(target), pointer(source), bytes);
        }
    }

    /** Sets every byte of a region. */
    public static void fill(long address, byte value, long bytes) {
        if (bytes > 0) {
            Pointer.memset(pointer(address), value, bytes);
        }
    }

    /** Returns a 64-bit word. */
    public static long getLong(long address) {
        return view(address, Long.BYTES).getLong(0);
    }

    /** Sets a 64-bit word. */
    public static void putLong(long address, long value) {
        view(address, Long.BYTES).putLong(0, value);
    }

    /** Returns a copy of a region. */
    public static byte[] bytes(long address, long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        view(address, length).get(bytes);
        return bytes;
    }

    /** Returns the UTF-8 text up to its zero byte. */
    public static String text(long address) {
        int length = 0;
        // Chunks start at multiples of their size, so that reading behind the end never enters another page.
        int skipped = (int) (address % TEXT_CHUNK);
        long start = address - skipped;
        ByteBuffer chunk = view(start, TEXT_CHUNK);
        int at = skipped;
        while (chunk.get(at) != 0) {
            length++;
            at++;
            if (at == TEXT_CHUNK) {
                start += TEXT_CHUNK;
                chunk = view(start, TEXT_CHUNK);
                at = 0;
            }
        }
        return new String(bytes(address, length), UTF_8);
    }
}
