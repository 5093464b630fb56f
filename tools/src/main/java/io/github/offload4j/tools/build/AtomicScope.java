package io.github.offload4j.tools.build;

/** Whom atomic accesses of kernels are for that name no scope. */
enum AtomicScope {
    /** Everybody who may see the memory, other processes and devices too. */
    SYSTEM,
    /** The threads of a device. */
    DEVICE
}
