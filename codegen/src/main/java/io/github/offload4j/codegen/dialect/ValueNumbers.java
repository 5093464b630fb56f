package io.github.offload4j.codegen.dialect;

/**
 * Names of values that are numbers. LLVM's reader keeps values in a table by 32 bits of their number, in which the two
 * largest stand for places that are empty: it takes such a name for a value that is none, and crashes.
 */
final class ValueNumbers {
    private static final long LARGEST = 0xFFFF_FFFDL;

    /** No shorter number is too large. */
    static final int DIGITS = Long.toString(LARGEST).length();

    static final String MESSAGE = "the number of a value is at most " + LARGEST + "; number values from 0 on";

    private ValueNumbers() {}

    /** Returns whether the digits that a name begins with are too large a number. */
    static boolean isTooLarge(byte[] text, int from, int to) {
        long number = 0;
        for (int i = from; i < to && text[i] >= '0' && text[i] <= '9' && number <= LARGEST; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number > LARGEST;
    }
}
