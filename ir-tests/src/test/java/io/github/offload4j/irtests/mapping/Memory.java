package io.github.offload4j.irtests.mapping;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes, some of which nobody has written. */
final class Memory {
    private static final int UNKNOWN = -1;

    private final int[] bytes;

    private Memory(int[] bytes) {
        this.bytes = bytes;
    }

    /** Returns memory that nobody has written. */
    static Memory fresh(int size) {
        int[] bytes = new int[size];
        Arrays.fill(bytes, UNKNOWN);
        return new Memory(bytes);
    }

    Memory copy() {
        return new Memory(bytes.clone());
    }

    boolean contains(int begin, int size) {
        return begin >= 0 && begin + size <= bytes.length;
    }

    void read(int begin, Memory from, int place, int size) {
        System.arraycopy(from.bytes, place, bytes, begin, size);
    }

    void change(int begin, int size, Change change) {
        for (int i = 0; i < size; i++) {
            boolean known = bytes[begin + i] != UNKNOWN || !change.reads();
            bytes[begin + i] = known ? change.apply(bytes[begin + i], i) : UNKNOWN;
        }
    }

    /** Returns two digits for each byte; those that nobody has written are question marks. */
    String text(int begin, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = begin; i < begin + size; i++) {
            text.append(bytes[i] == UNKNOWN ? "??" : HexFormat.of().toHexDigits((byte) bytes[i]));
        }
        return text.toString();
    }

    String text() {
        return text(0, bytes.length);
    }
}
