package io.github.offload4j.tools.source;

/** What a source file is compiled for: compilers leave different code, and not all is good for both. */
public enum Purpose {
    /** Code of the host, which is optimised here before it is lowered. */
    HOST,
    /** Kernels. */
    KERNELS,
    /** Kernels of a program whose host code was compiled before, when the compiler has said what it has to say. */
    KERNELS_OF_PROGRAM
}
