package io.github.offload4j.irtests.fuzz;

import java.util.Random;

/** Makes small changes to bytes, written as the first 256 characters: most of them where formats keep their numbers. */
final class ByteMutator {
    private static final int HEADER = 256;
    private static final long[] NUMBERS = {
        0, 1, 7, 8, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFFL, 0xFFFFFFFFL, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1, -8
    };

    private final Random random;

    ByteMutator(Random random) {
        this.random = random;
    }

    /** Returns the bytes with a change or two, seldom more. */
    String mutate(String bytes) {
        StringBuilder result = new StringBuilder(bytes);
        do {
            once(result);
        } while (random.nextInt(3) == 0);
        return result.toString();
    }

    private void once(StringBuilder bytes) {
        if (bytes.length() < Long.BYTES) {
            bytes.append((char) random.nextInt(256));
            return;
        }
        int near = random.nextBoolean() ? Math.min(HEADER, bytes.length()) : bytes.length();
        int at = random.nextInt(near);
        switch (random.nextInt(6)) {
            case 0 -> bytes.setCharAt(at, (char) (bytes.charAt(at) ^ 1 << random.nextInt(Byte.SIZE)));
            case 1 -> bytes.setCharAt(at, (char) random.nextInt(256));
            case 2 -> put(bytes, at / Long.BYTES * Long.BYTES, Long.BYTES);
            case 3 -> put(bytes, at / Integer.BYTES * Integer.BYTES, Integer.BYTES);
            case 4 -> bytes.setLength(at);
            default -> bytes.insert(at, bytes.substring(at, Math.min(bytes.length(), at + random.nextInt(HEADER))));
        }
    }

    private void put(StringBuilder bytes, int at, int size) {
        long number = NUMBERS[random.nextInt(NUMBERS.length)];
        for (int i = 0; i < size && at + i < bytes.length(); i++) {
            bytes.setCharAt(at + i, (char) ((number >>> (i * Byte.SIZE)) & 0xFF));
        }
    }
}
