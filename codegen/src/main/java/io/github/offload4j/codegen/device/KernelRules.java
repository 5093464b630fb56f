package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
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
     * @param refusals gets what the target has no code for
     */
    static void check(List<IrFunction> kernels, IrModule module, DeviceTarget target, Refusals refusals) {
        ReachableRules reachable = new ReachableRules(target, refusals);
        for (IrFunction kernel : kernels) {
            checkName(kernel, target, refusals);
            checkInterface(kernel, refusals);
            reachable.check(kernel);
            SharedVariables.checkSize(kernel, module, target, refusals);
        }
    }

    private static void checkName(IrFunction kernel, DeviceTarget target, Refusals refusals) {
        switch (target.architecture()) {
            case NVPTX64 -> {
                if (!PTX_NAME.matcher(kernel.name()).matches()) {
                    refusals.add(kernel, "PTX does not allow the name; it takes letters, digits, '_' and '$'");
                }
            }
            case X86_64 -> {
                if (HOST_NAMES.contains(kernel.name())) {
                    refusals.add(kernel, "the image calls the C library's function of that name; rename the kernel");
                }
            }
            case AMDGCN -> {}
        }
    }

    private static void checkInterface(IrFunction kernel, Refusals refusals) {
        if (kernel.isDeclaration()) {
            refusals.add(kernel, "it has no body");
            return;
        }
        if (!kernel.returnType().isVoid()) {
            refusals.add(kernel, "it returns " + kernel.returnType() + "; a kernel returns void");
        }
        if (kernel.isVariadic()) {
            refusals.add(kernel, "it takes a variable number of arguments");
        }
        List<IrType> types = kernel.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            if (Attributes.isByValue(kernel, i)) {
                refusals.add(kernel, "parameter " + (i + 1) + " is an aggregate by value; pass its address and map it");
            } else if (!types.get(i).isPointer() && types.get(i).scalarBits() == 0) {
                refusals.add(
                        kernel,
                        "parameter " + (i + 1) + " is " + types.get(i)
                                + "; a kernel takes pointers, integers up to 64 bits, half, float and double");
            }
        }
    }

    static boolean isGpu(DeviceTarget target) {
        return target.architecture() != Architecture.X86_64;
    }
}
