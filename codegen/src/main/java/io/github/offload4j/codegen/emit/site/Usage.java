package io.github.offload4j.codegen.emit.site;

/** What a site does with its mapped pointers. */
enum Usage {
    /** Kernels are launched on them while they are mapped. */
    LAUNCHED,
    /** The one launch maps and unmaps them itself. */
    FUSED,
    /** The program gets their device addresses, by way of the base array. */
    RETURNED,
    /** The program gets their device addresses, by asking for each. */
    QUERIED,
    /** They are mapped, and stay so. */
    ENTERED,
    /** Something else has mapped them, and they are unmapped. */
    EXITED,
    /** Something else has mapped them, and they are copied. */
    UPDATED,
    /** A function that is called maps and unmaps them itself, and finds them mapped. */
    HELD;

    boolean hasDevicePointers() {
        return this == RETURNED || this == QUERIED;
    }
}
