package io.github.offload4j.tools.source;

/** What a source file is compiled for: compilers leave different code, and not all is good for both. */
public enum Purpose {
    /** Code of the host, which is optimised here before it is lowered. */
    HOST,
    /** Kernels. */
    KERNELS
}
