package io.github.offload4j.codegen.option;

/** Which lowering the emitted code follows. */
public enum Preset {
    /** rustc's shape with its known faults mended. */
    DEFAULT,
    /** rustc's newest lowering exactly, faults included: for showing parity and for comparing. */
    RUSTC
}
