package io.github.offload4j.codegen.abi;

/** One bit of a 64-bit OpenMP map type, with the value that libomptarget gives it ({@code omptarget.h}). */
public enum MapFlag {
    /** Copies host to device when the entry is new. */
    TO(0x1),
    /** Copies device to host when the last reference goes. */
    FROM(0x2),
    /** Copies whatever the reference count is. */
    ALWAYS(0x4),
    /** Drops the reference count to zero. */
    DELETE(0x8),
    /** The base is the address of a pointer, which is mapped and attached too. */
    PTR_AND_OBJ(0x10),
    /** The entry is an argument of the kernel. */
    TARGET_PARAM(0x20),
    /** Writes the device address into the base array. */
    RETURN_PARAM(0x40),
    /** The kernel gets a private copy. */
    PRIVATE(0x80),
    /** The base slot holds the value itself; nothing is mapped. */
    LITERAL(0x100),
    /** The compiler, not the user, asked for the entry. */
    IMPLICIT(0x200),
    /** Keeps the data near the device under unified shared memory. */
    CLOSE(0x400),
    /** Stops the program unless the data is mapped already. */
    PRESENT(0x1000),
    /** Counts in a second counter that {@link #DELETE} leaves alone. */
    HOLD(0x2000),
    /** Stores a device address into a mapped pointer; runtime 22 and later. */
    ATTACH(0x4000),
    /** The entry describes a strided section. */
    NON_CONTIGUOUS(0x100000000000L);

    private final long bit;

    MapFlag(long bit) {
        this.bit = bit;
    }

    /** Returns the bit's value. */
    public long bit() {
        return bit;
    }
}
