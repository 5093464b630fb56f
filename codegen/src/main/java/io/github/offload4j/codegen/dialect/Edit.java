package io.github.offload4j.codegen.dialect;

/** Bytes of a text, and what stands in their place. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Edit(int from, int to, byte[] instead) {
    static final byte[] NOTHING = {};

    /** Returns by how much the text grows. */
    int growth() {
        return instead.length - (to - from);
    }
}
