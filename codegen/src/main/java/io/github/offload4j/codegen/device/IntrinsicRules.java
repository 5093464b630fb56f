package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;
import java.util.Set;

/** What must hold of calls of LLVM's own functions. */
final class IntrinsicRules {
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

    private static final List<String> TEXTURES =
            List.of("llvm.nvvm.tex.", "llvm.nvvm.tld4.", "llvm.nvvm.suld.", "llvm.nvvm.sust.", "llvm.nvvm.texsurf.");

    private IntrinsicRules() {}

    /**
     * Checks one call. What other families' functions mean everywhere was translated before.
     */
    static void check(IrFunction called, IrInstruction call, DeviceTarget target, Refusals refusals) {
        if (TEXTURES.stream().anyMatch(called.name()::startsWith)) {
            refusals.add(
                    call,
                    "it uses a texture or a surface (" + called.name()
                            + "), which nothing here binds to memory; read the memory itself");
        } else if (isForeign(called, target)) {
            refusals.add(
                    call,
                    ForeignIntrinsics.unclear(call)
                            .orElse("it calls " + called.name() + ", which other processors have"));
        }
    }

    /** Returns whether a function belongs to another family than the target's. */
    static boolean isForeign(IrFunction called, DeviceTarget target) {
        String[] parts = called.name().split("\\.", -1);
        String kind = parts.length > 1 ? parts[1] : "";
        return FAMILIES.contains(kind) && !kind.equals(family(target));
    }

    private static String family(DeviceTarget target) {
        return switch (target.architecture()) {
            case NVPTX64 -> "nvvm";
            case AMDGCN -> "amdgcn";
            case AARCH64 -> "aarch64";
            case X86_64 -> "x86";
        };
    }
}
