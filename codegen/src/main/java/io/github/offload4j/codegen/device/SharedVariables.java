package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.SharedMemory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Variables that the threads of a block share, which front ends put into a section or into an address space. */
final class SharedVariables {
    /** Bytes that a block of NVIDIA's can have without asking for more at the launch, whatever the processor. */
    private static final long NVIDIA_BYTES = 48 << 10;

    private static final long AMD_BYTES = 64 << 10;

    /** AMD's only processor with more. */
    private static final String LARGE = "gfx950";

    private static final long LARGE_BYTES = 160 << 10;

    private SharedVariables() {}

    /** Puts those of the section into the address space, and forgets that any begins with zeros. */
    static void place(IrModule module) {
        for (IrGlobal variable : module.globals()) {
            boolean marked = SharedMemory.isMarked(variable);
            IrGlobal placed = variable;
            if (marked && !SharedMemory.isShared(variable.value()) && !ConstantFacts.isThreadLocal(variable.value())) {
                placed = SharedMemory.move(module, variable);
            } else if (marked) {
                variable.section("");
            }
            if (SharedMemory.isShared(placed.value())) {
                SharedMemory.forgetZero(placed, module.context());
            }
        }
    }

    /**
     * Lets a module for a host alone be linked: arrays whose size a launch would give have none. They are only used where the
     * host calls a kernel, which then has no launch.
     */
    static void leaveToHost(IrModule module) {
        for (IrGlobal variable : module.globals()) {
            if (SharedMemory.isMarked(variable)
                    && !variable.isDefinition()
                    && ConstantFacts.isOpenArray(variable.value())) {
                variable.initialized(module.context().zero(variable.contentType()));
                variable.setLinkage(Linkage.INTERNAL);
            }
        }
    }

    /**
     * Refuses a kernel whose variables a block has no room for.
     *
     * @param reached what it comes to
     */
    static void checkSize(
            IrFunction kernel, Set<IrValue> reached, IrModule module, DeviceTarget target, Refusals refusals) {
        List<IrGlobal> shared = module.globals().stream()
                .filter(variable -> SharedMemory.isShared(variable.value()) && reached.contains(variable.value()))
                .filter(IrGlobal::isDefinition)
                .toList();
        long bytes = shared.stream().mapToLong(v -> bytes(v, module)).sum();
        long most = mostBytes(target);
        if (bytes > most) {
            String names =
                    shared.stream().map(IrGlobal::value).map(IrValue::toString).collect(Collectors.joining(", "));
            refusals.add(
                    kernel,
                    "its shared variables take " + bytes + " bytes (" + names + "), and a block has at most " + most
                            + kernel.location().map(place -> " (" + place + ")").orElse("")
                            + (target.architecture() == Architecture.NVPTX64
                                    ? "; more than that is given at the launch: declare an array without a size, or call"
                                            + " offload.shared.dynamic"
                                    : ""));
        }
    }

    private static long bytes(IrGlobal variable, IrModule module) {
        return module.layout().bytes(variable.contentType()).orElse(0);
    }

    private static long mostBytes(DeviceTarget target) {
        return switch (target.architecture()) {
            case NVPTX64 -> NVIDIA_BYTES;
            case AMDGCN -> target.processor().equals(LARGE) ? LARGE_BYTES : AMD_BYTES;
            case AARCH64, X86_64 -> Long.MAX_VALUE;
        };
    }
}
