package io.github.offload4j.codegen.option;

/** How a kernel-mode site moves its data. */
public enum Transfers {
    /** Begin, launch and end are three calls, as in rustc. */
    SPLIT,
    /** The launch itself maps and unmaps: one call. */
    FUSED,
    /**
     * Begin, launch and end are three calls, and data stays on the device from one site of a function, or call of a function
     * with sites, to the next where the host provably does not touch it in between. An argument that is mapped {@code to} is
     * one that the callee only reads, unless the callee's body is known and says otherwise.
     */
    RESIDENT
}
