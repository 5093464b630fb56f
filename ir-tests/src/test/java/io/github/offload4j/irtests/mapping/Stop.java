package io.github.offload4j.irtests.mapping;

/** Why a sequence does not go on. */
enum Stop {
    /** What has to be mapped is not. */
    PRESENT,
    /** Memory is mapped partly already; with IMPLICIT it is only a strict embedded device that minds. */
    EXTENSION,
    /** Anything else that libomptarget does not mind and a strict embedded device does. */
    OVERLOOKED
}
