package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold of kernels before LLVM is asked for code. */
final class KernelRules {
    /** PTX's identifiers; LLVM changes other names of local symbols only. */
    private static final Pattern PTX_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_$]*|[_$][A-Za-z0-9_$]+");

    /** What code for the host calls when it was launched without bounds. */
    private static final Set<String> HOST_NAMES = Set.of("write", "abort");

    private KernelRules() {}

    /**
     * Checks kernels and everything that they reach.
     *
     * @throws OffloadException naming the function and the reason
     */
    static void check(List<IrFunction> kernels, DeviceTarget target) {
        ReachableRules reachable = new ReachableRules(target);
        for (IrFunction kernel : kernels) {
            checkName(kernel, target);
            checkInterface(kernel, target);
            reachable.check(kernel);
        }
    }

    private static void checkName(IrFunction kernel, DeviceTarget target) {
        switch (target.architecture()) {
            case NVPTX64 -> {
                if (!PTX_NAME.matcher(kernel.name()).matches()) {
                    throw Refusal.of(
                            kernel, target, "PTX does not allow the name; it takes letters, digits, '_' and '$'");
                }
            }
            case X86_64 -> {
                if (HOST_NAMES.contains(kernel.name())) {
                    throw Refusal.of(
                            kernel, target, "the image calls the C library's function of that name; rename the kernel");
                }
            }
            case AMDGCN -> {}
        }
    }

    private static void checkInterface(IrFunction kernel, DeviceTarget target) {
        if (kernel.isDeclaration()) {
            throw Refusal.of(kernel, target, "it has no body");
        }
        if (!kernel.returnType().isVoid()) {
            throw Refusal.of(kernel, target, "it returns " + kernel.returnType() + "; a kernel returns void");
        }
        if (kernel.isVariadic()) {
            throw Refusal.of(kernel, target, "it takes a variable number of arguments");
        }
        List<IrType> types = kernel.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            if (Attributes.isByValue(kernel, i)) {
                throw Refusal.of(
                        kernel,
                        target,
                        "parameter " + (i + 1) + " is an aggregate by value; pass its address and map it");
            }
            if (!types.get(i).isPointer() && types.get(i).scalarBits() == 0) {
                throw Refusal.of(
                        kernel,
                        target,
                        "parameter " + (i + 1) + " is " + types.get(i)
                                + "; a kernel takes pointers, integers up to 64 bits, half, float and double");
            }
        }
    }

    static boolean isGpu(DeviceTarget target) {
        return target.architecture() != Architecture.X86_64;
    }
}
