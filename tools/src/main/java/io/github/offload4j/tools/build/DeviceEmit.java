package io.github.offload4j.tools.build;

/** What {@code irgen device} writes. */
enum DeviceEmit {
    /** The linked image; an offload binary for several targets. */
    IMAGE,
    /** The lowered and optimised LLVM IR. */
    LL,
    /** The assembly. */
    ASM
}
