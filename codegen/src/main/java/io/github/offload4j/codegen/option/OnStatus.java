package io.github.offload4j.codegen.option;

/** What happens when a host function returns an i32 that is not 0, which libraries mean as a failure. */
public enum OnStatus {
    /** The caller gets it. */
    RETURN,
    /** The program stops with a message that names the function, the source line and the status. */
    ABORT
}
