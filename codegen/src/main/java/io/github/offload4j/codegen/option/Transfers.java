package io.github.offload4j.codegen.option;

/** How a kernel-mode site moves its data. */
public enum Transfers {
    /** Begin, launch and end are three calls, as in rustc. */
    SPLIT,
    /** The launch itself maps and unmaps: one call. */
    FUSED
}
