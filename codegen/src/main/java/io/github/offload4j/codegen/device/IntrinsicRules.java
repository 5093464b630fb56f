package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.Set;

/** What must hold of calls of LLVM's own functions. */
final class IntrinsicRules {
    /** Those that LLVM turns into calls of a math library, which a GPU does not have. */
    private static final Set<String> LIBRARY = Set.of(
            "acos", "asin", "atan", "atan2", "cos", "cosh", "exp", "exp10", "exp2", "frexp", "ldexp", "log", "log10",
            "log2", "modf", "pow", "powi", "sin", "sincos", "sinh", "tan", "tanh");

    /** Those that belong to one processor family, by what follows {@code llvm.} in their names. */
    private static final Set<String> FAMILIES = Set.of(
            "aarch64",
            "amdgcn",
            "arm",
            "bpf",
            "dx",
            "hexagon",
            "loongarch",
            "mips",
            "nvvm",
            "ppc",
            "r600",
            "riscv",
            "s390",
            "spv",
            "ve",
            "wasm",
            "x86",
            "xcore");

    private IntrinsicRules() {}

    /**
     * Checks the callee of one call.
     *
     * @throws OffloadException naming the function that has the call, and the reason
     */
    static void check(IrFunction called, IrFunction function, DeviceTarget target) {
        String[] parts = called.name().split("\\.", -1);
        String kind = parts.length > 1 ? parts[1] : "";
        if (KernelRules.isGpu(target) && LIBRARY.contains(kind)) {
            throw Refusal.of(
                    function,
                    target,
                    "it calls " + called.name() + ", which needs a math library that the device does not have");
        }
        if (FAMILIES.contains(kind) && !kind.equals(family(target))) {
            throw Refusal.of(function, target, "it calls " + called.name() + ", which other processors have");
        }
    }

    private static String family(DeviceTarget target) {
        return switch (target.architecture()) {
            case NVPTX64 -> "nvvm";
            case AMDGCN -> "amdgcn";
            case X86_64 -> "x86";
        };
    }
}
