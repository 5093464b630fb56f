package io.github.offload4j.codegen.abi;

/** A machine type in the runtime's interface; pointers have 64 bits. */
public enum AbiType {
    /** No value. */
    VOID(0, 1),
    /** A 16-bit integer. */
    I16(2, 2),
    /** A 32-bit integer. */
    I32(4, 4),
    /** A 64-bit integer. */
    I64(8, 8),
    /** A 64-bit address. */
    POINTER(8, 8),
    /** Three 32-bit integers: the x, y and z sizes of a grid or a block. */
    I32_TRIPLE(12, 4);

    private final int size;
    private final int alignment;

    AbiType(int size, int alignment) {
        this.size = size;
        this.alignment = alignment;
    }

    /** Returns the size in bytes. */
    public int size() {
        return size;
    }

    /** Returns the alignment in bytes. */
    public int alignment() {
        return alignment;
    }
}
