package io.github.offload4j.irtests.corpus;

import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.util.List;

/** How the C is compiled, and how far its kernels are optimised before their code is looked at. */
enum Flags {
    /** Every variable is a stack slot. */
    O0(OptimizationLevel.O0, "-O0"),
    /** Slots are registers, calls are calls. */
    O1(OptimizationLevel.O1, "-O1"),
    /** As programs are shipped. */
    O2_DEBUG(OptimizationLevel.O2, "-O2", "-g"),
    /** Slots with the marks that optimisers use, which nobody has used yet. */
    O2_UNOPTIMIZED(OptimizationLevel.O0, "-O2", "-Xclang", "-disable-llvm-passes");

    private final OptimizationLevel level;
    private final List<String> options;

    Flags(OptimizationLevel level, String... options) {
        this.level = level;
        this.options = List.of(options);
    }

    /** Returns how far the device compiler goes. */
    OptimizationLevel level() {
        return level;
    }

    /** Returns clang's options. */
    List<String> options() {
        return options;
    }
}
