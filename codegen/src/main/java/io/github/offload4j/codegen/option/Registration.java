package io.github.offload4j.codegen.option;

/** How the runtime learns of a module's kernels and images. */
public enum Registration {
    /** A constructor registers the module's descriptor before {@code main}. */
    CONSTRUCTOR,
    /**
     * Two functions, {@code offload4j.register} and {@code offload4j.unregister}, which the user calls: before the first
     * offload site runs, and after the last.
     */
    EXPLICIT,
    /** Entries go to the section that {@code clang-linker-wrapper} reads, and that tool writes the registration. */
    LINKER_WRAPPER
}
