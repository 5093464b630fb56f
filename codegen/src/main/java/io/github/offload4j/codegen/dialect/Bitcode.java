package io.github.offload4j.codegen.dialect;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the head of a bitcode file says of the LLVM that wrote it. */
public final class Bitcode {
    private static final int MAGIC = 0xDEC04342;
    private static final int WRAPPER = 0x0B17C0DE;
    private static final int WRAPPER_OFFSET_FIELD = 8;

    /** The block that names the writer, and its record. */
    private static final int IDENTIFICATION_BLOCK = 13;

    private static final int WRITER_RECORD = 1;

    private static final int END_BLOCK = 0;
    private static final int ENTER_BLOCK = 1;
    private static final int DEFINE_ABBREVIATION = 2;
    private static final int UNABBREVIATED = 3;
    private static final int OUTER_WIDTH = 2;

    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._";
    private static final int LONGEST_NAME = 256;
    private static final Pattern VERSION = Pattern.compile("LLVM(\\d{1,3})\\.");

    private Bitcode() {}

    /** Returns whether an input is bitcode, alone or in a wrapper. */
    public static boolean isBitcode(byte[] input) {
        int magic = word(input, 0);
        return input.length >= Integer.BYTES && (magic == MAGIC || magic == WRAPPER);
    }

    /**
     * Returns whether a content is bitcode, alone or in a wrapper.
     *
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    public static boolean isBitcode(Content content) {
        return isBitcode(content.beginning(Integer.BYTES));
    }

    /** Returns the major version of the LLVM that wrote it; nothing when it does not say. */
    public static OptionalInt writer(byte[] input) {
        int start = word(input, 0) == WRAPPER ? word(input, WRAPPER_OFFSET_FIELD) : 0;
        if (start < 0 || start > input.length || word(input, start) != MAGIC) {
            return OptionalInt.empty();
        }
        return name(new Bits(input, (start + (long) Integer.BYTES) * Byte.SIZE))
                .map(VERSION::matcher)
                .filter(Matcher::lookingAt)
                .map(version -> OptionalInt.of(Integer.parseInt(version.group(1))))
                .orElse(OptionalInt.empty());
    }

    private static int word(byte[] input, int offset) {
        int word = 0;
        for (int i = Integer.BYTES - 1; i >= 0; i--) {
            word = word << Byte.SIZE | (offset + i < input.length ? input[offset + i] & 0xFF : 0);
        }
        return word;
    }

    private static Optional<String> name(Bits bits) {
        if (bits.fixed(OUTER_WIDTH) != ENTER_BLOCK || bits.variable(8) != IDENTIFICATION_BLOCK) {
            return Optional.empty();
        }
        int width = (int) bits.variable(4);
        bits.align();
        bits.fixed(Integer.SIZE);
        while (bits.hasMore()) {
            int id = (int) bits.fixed(width);
            if (id == END_BLOCK || id == ENTER_BLOCK) {
                return Optional.empty();
            } else if (id == DEFINE_ABBREVIATION) {
                skipAbbreviation(bits);
            } else if (id == UNABBREVIATED) {
                long code = bits.variable(6);
                String value = characters(bits, (int) bits.variable(6), false);
                if (code == WRITER_RECORD) {
                    return Optional.of(value);
                }
            } else {
                // the first abbreviation is the writer's name, in characters of six bits
                return Optional.of(characters(bits, (int) bits.variable(6), true));
            }
        }
        return Optional.empty();
    }

    private static void skipAbbreviation(Bits bits) {
        long operands = bits.variable(5);
        for (long i = 0; i < operands && bits.hasMore(); i++) {
            if (bits.fixed(1) != 0) {
                bits.variable(8);
            } else if (hasValue((int) bits.fixed(3))) {
                bits.variable(5);
            }
        }
    }

    /** Fixed and variable widths are followed by the width. */
    private static boolean hasValue(int encoding) {
        return encoding == 1 || encoding == 2;
    }

    private static String characters(Bits bits, int length, boolean sixBits) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < Math.min(length, LONGEST_NAME) && bits.hasMore(); i++) {
            name.append(sixBits ? CHARACTERS.charAt((int) bits.fixed(6)) : (char) bits.variable(6));
        }
        return name.toString();
    }

    /** Reads numbers of any width, the low bits first. */
    private static final class Bits {
        private final byte[] bytes;
        private long at;

        Bits(byte[] bytes, long at) {
            this.bytes = bytes;
            this.at = at;
        }

        boolean hasMore() {
            return at < (long) bytes.length * Byte.SIZE;
        }

        long fixed(int width) {
            long value = 0;
            for (int i = 0; i < width && hasMore(); i++, at++) {
                long bit = bytes[(int) (at / Byte.SIZE)] >> (int) (at % Byte.SIZE) & 1;
                value |= bit << i;
            }
            return value;
        }

        /** Reads a number in pieces, of which each says by its top bit whether another follows. */
        long variable(int width) {
            long more = 1L << (width - 1);
            long value = 0;
            int shift = 0;
            long piece;
            do {
                piece = fixed(width);
                value |= (piece & (more - 1)) << shift;
                shift += width - 1;
            } while ((piece & more) != 0 && shift < Long.SIZE);
            return value;
        }

        void align() {
            at = (at + Integer.SIZE - 1) / Integer.SIZE * Integer.SIZE;
        }
    }
}
