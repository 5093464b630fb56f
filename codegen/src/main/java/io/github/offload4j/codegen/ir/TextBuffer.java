package io.github.offload4j.codegen.ir;

import org.bytedeco.javacpp.BytePointer;

/** Text for LLVM's reader, put together piece by piece outside of Java's heap. */
final class TextBuffer implements AutoCloseable {
    /** Room for what rewriting adds to a text, of which it is a small part. */
    private static final int SHARE_OF_ROOM = 32;

    private BytePointer bytes;
    private long length;

    /**
     * Reserves memory.
     *
     * @param expected bytes; there may be more
     */
    TextBuffer(long expected) {
        this.bytes = new BytePointer(withRoom(expected));
    }

    private static long withRoom(long size) {
        return size + size / SHARE_OF_ROOM + 1;
    }

    /** Appends some of the bytes of an array. */
    void put(byte[] from, int offset, int count) {
        // a zero goes behind all
        if (length + count >= bytes.capacity()) {
            BytePointer larger = new BytePointer(withRoom(length + count + length / 4));
            larger.limit(length).put(bytes.position(0).limit(length));
            larger.limit(larger.capacity());
            bytes.close();
            bytes = larger;
        }
        bytes.position(length).put(from, offset, count);
        length += count;
    }

    /** Returns how many bytes there are. */
    long length() {
        return length;
    }

    /** Returns the bytes with a zero behind them, which stay this object's. */
    BytePointer terminated() {
        bytes.position(length).put((byte) 0);
        return bytes.position(0);
    }

    @Override
    public void close() {
        bytes.close();
    }
}
