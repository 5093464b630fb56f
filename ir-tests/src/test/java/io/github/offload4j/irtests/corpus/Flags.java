package io.github.offload4j.irtests.corpus;

import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.util.List;
import java.util.stream.Stream;

/** How the C is compiled, and how far its kernels are optimised before their code is looked at. */
enum Flags {
    /** Every variable is a stack slot. */
    O0(OptimizationLevel.O0, OptimizationLevel.O0, "-O0"),
    /** Slots are registers, calls are calls. */
    O1(OptimizationLevel.O1, OptimizationLevel.O1, "-O1"),
    /** As programs are shipped. */
    O2_DEBUG(OptimizationLevel.O2, OptimizationLevel.O2, "-O2", "-g"),
    /** Slots with the marks that optimisers use, which nobody has used yet. */
    O2_UNOPTIMIZED(OptimizationLevel.O0, OptimizationLevel.O0, "-O2", "-Xclang", "-disable-llvm-passes");

    private static final List<String> FRONT_END_ONLY = List.of("-Xclang", "-disable-llvm-passes");

    private final OptimizationLevel device;
    private final OptimizationLevel host;
    private final List<String> options;

    Flags(OptimizationLevel device, OptimizationLevel host, String... options) {
        this.device = device;
        this.host = host;
        this.options = List.of(options);
    }

    /** Returns how far the device compiler goes. */
    OptimizationLevel device() {
        return device;
    }

    /** Returns how far the host is optimised once its calls are marked: before, the marks would be moved about. */
    OptimizationLevel host() {
        return host;
    }

    /** Returns clang's options for kernels. */
    List<String> options() {
        return options;
    }

    /** Returns clang's options for the host. */
    List<String> hostOptions() {
        return host == OptimizationLevel.O0
                ? options
                : Stream.concat(options.stream(), FRONT_END_ONLY.stream()).toList();
    }
}
