package io.github.offload4j.irtests.mapping;

/**
 * What a kernel, a host function or the host does to bytes: byte i becomes itself times the factor, plus the summand, plus
 * i. With a factor of 0 it only writes.
 */
record Change(int factor, int summand) {
    int apply(int value, int index) {
        return value * factor + summand + index & 0xff;
    }

    boolean reads() {
        return factor != 0;
    }
}
