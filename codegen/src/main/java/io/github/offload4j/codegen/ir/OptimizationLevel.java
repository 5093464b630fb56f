package io.github.offload4j.codegen.ir;

/** How hard LLVM works on a module; the names are those of its standard pipelines. */
public enum OptimizationLevel {
    /** Only what is needed for right code. */
    O0,
    /** A little. */
    O1,
    /** What compilers do by default. */
    O2,
    /** Everything. */
    O3
}
