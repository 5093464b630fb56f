package io.github.offload4j.tools.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * An array in memory that a program can use directly, in the byte order of this machine.
 *
 * @param type of the elements
 * @param memory the elements, from 0 to the limit
 */
record HostArray(ElementType type, ByteBuffer memory) {
    private static final int SHOWN_AT_EACH_END = 4;

    /** The most bytes that an array can have. */
    static final int LARGEST = Integer.MAX_VALUE - 8;

    /** The most bytes of a structure that are read, which are more than a kernel takes by value. */
    static final int LARGEST_STRUCTURE = 1 << 16;

    /** Makes an array of zeros. */
    static HostArray of(ElementType type, int count) {
        return new HostArray(
                type,
                ByteBuffer.allocateDirect(Math.multiplyExact(count, type.bytes()))
                        .order(ByteOrder.nativeOrder()));
    }

    /** Copies an array from its bytes, the lowest first. */
    static HostArray ofBytes(ElementType type, byte[] content) {
        HostArray array = of(type, content.length / type.bytes());
        ByteBuffer source = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        for (int offset = 0; offset < content.length; offset += type.bytes()) {
            copy(type.bytes(), source, array.memory, offset);
        }
        return array;
    }

    int count() {
        return memory.limit() / type.bytes();
    }

    Number get(int index) {
        return type.get(memory, index * type.bytes());
    }

    void put(int index, Number value) {
        type.put(memory, index * type.bytes(), value);
    }

    /** Returns the elements as bytes, the lowest of each first. */
    byte[] bytes() {
        byte[] content = new byte[memory.limit()];
        ByteBuffer target = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        for (int offset = 0; offset < content.length; offset += type.bytes()) {
            copy(type.bytes(), memory, target, offset);
        }
        return content;
    }

    /** Returns a short form: number and type of the elements, the first and last of them, their sum and a CRC-32. */
    @Override
    public String toString() {
        int count = count();
        StringBuilder text = new StringBuilder().append(count).append(' ').append(type.shortName());
        text.append(':');
        for (int i = 0; i < count; i++) {
            if (count > 2 * SHOWN_AT_EACH_END + 1 && i == SHOWN_AT_EACH_END) {
                text.append(" …");
                i = count - SHOWN_AT_EACH_END;
            }
            text.append(' ').append(number(get(i)));
        }
        return text.append("; sum ")
                .append(sum())
                .append(", crc32 ")
                .append(checksum())
                .toString();
    }

    private String sum() {
        if (type.isFloat()) {
            double sum = 0;
            for (int i = 0; i < count(); i++) {
                sum += get(i).doubleValue();
            }
            return number(sum);
        }
        long sum = 0;
        for (int i = 0; i < count(); i++) {
            sum += get(i).longValue();
        }
        return Long.toString(sum);
    }

    private String checksum() {
        CRC32 checksum = new CRC32();
        checksum.update(bytes());
        return String.format("%08x", checksum.getValue());
    }

    /** Whole numbers have no point. */
    private static String number(Number value) {
        double number = value.doubleValue();
        boolean whole = (value instanceof Double || value instanceof Float)
                && Math.rint(number) == number
                && Math.abs(number) < 1e15;
        return whole && !(number == 0 && 1 / number < 0) ? Long.toString((long) number) : value.toString();
    }

    private static void copy(int bytes, ByteBuffer source, ByteBuffer target, int offset) {
        switch (bytes) {
            case 1 -> target.put(offset, source.get(offset));
            case 2 -> target.putShort(offset, source.getShort(offset));
            case 4 -> target.putInt(offset, source.getInt(offset));
            default -> target.putLong(offset, source.getLong(offset));
        }
    }
}
