package io.github.offload4j.codegen.option;

/** What happens when the runtime refuses a launch without a fallback function, of a kernel that no image has for the host. */
public enum LaunchFailure {
    /** The program stops with a message that names the kernel and the source line. */
    ABORT,
    /** The given fallback runs; a launch without one is refused when the code is generated. */
    FALLBACK,
    /** The program goes on as if the kernel had run, as rustc's does. */
    IGNORE
}
