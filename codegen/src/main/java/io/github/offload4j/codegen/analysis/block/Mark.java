package io.github.offload4j.codegen.analysis.block;

/**
 * What is known of a value: the number itself, or that it is an address in some shared memory.
 *
 * <p>Numbers are kept with zeros above their bits. An address is the number of the memory times two, from 2 on, and one more
 * where it is not known how far in it is.
 */
final class Mark {
    static final int UNKNOWN = 0;
    static final int NUMBER = 1;

    private Mark() {}

    static int address(int memory) {
        return 2 * (memory + 1);
    }

    static int somewhereIn(int memory) {
        return address(memory) + 1;
    }

    static boolean isAddress(int mark) {
        return mark >= 2;
    }

    static boolean isExact(int mark) {
        return mark >= 2 && mark % 2 == 0;
    }

    static int memory(int mark) {
        return mark / 2 - 1;
    }
}
