package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.device.block.CommonCode;
import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.DataLayout;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold of kernels before LLVM is asked for code. */
final class KernelRules {
    /** PTX's identifiers; LLVM changes other names of local symbols only. */
    private static final Pattern PTX_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_$]*|[_$][A-Za-z0-9_$]+");

    /** What code for the host calls when it was launched without bounds, or to choose among processors. */
    private static final Set<String> HOST_NAMES = Set.of("write", "abort", "getauxval");

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
            checkInterface(kernel, module.layout(), refusals);
            reachable.check(kernel);
            Set<IrValue> reached = Reach.of(List.of(kernel));
            MemoryRules.check(kernel, reached, module.layout(), refusals);
            SharedVariables.checkSize(kernel, reached, module, target, refusals);
        }
    }

    private static void checkName(IrFunction kernel, DeviceTarget target, Refusals refusals) {
        switch (target.architecture()) {
            case NVPTX64 -> {
                if (!isPtxName(kernel.name())) {
                    refusals.add(kernel, "PTX does not allow the name; it takes letters, digits, '_' and '$'");
                }
            }
            case AARCH64, X86_64 -> {
                if (HOST_NAMES.contains(kernel.name()) || CommonCode.FOREIGN.contains(kernel.name())) {
                    refusals.add(kernel, "the image calls the C library's function of that name; rename the kernel");
                }
            }
            case AMDGCN -> {}
        }
    }

    /** Returns whether PTX takes a name that others see. */
    static boolean isPtxName(String name) {
        return PTX_NAME.matcher(name).matches();
    }

    private static void checkInterface(IrFunction kernel, DataLayout layout, Refusals refusals) {
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
            String parameter = "parameter " + (i + 1);
            Optional<IrType> copied = Attributes.copiedType(kernel, i);
            IrType value = copied.orElse(types.get(i));
            if (Attributes.isByValue(kernel, i) && copied.isEmpty()) {
                refusals.add(kernel, parameter + " is the caller's memory; pass its address and map it");
            } else if (!value.isData()) {
                refusals.add(
                        kernel,
                        parameter + " is " + value
                                + "; a kernel takes pointers, numbers, and structures, arrays and vectors of these");
            } else {
                checkSize(kernel, parameter, value, layout, refusals);
            }
        }
    }

    private static void checkSize(
            IrFunction kernel, String parameter, IrType type, DataLayout layout, Refusals refusals) {
        long bytes = layout.bytes(type).orElse(Long.MAX_VALUE);
        if (bytes == 0) {
            refusals.add(kernel, parameter + " is a value without any bytes; leave it out");
        } else if (bytes > RuntimeConstants.MOST_VALUE_BYTES) {
            refusals.add(
                    kernel,
                    parameter + " has " + bytes + " bytes; up to " + RuntimeConstants.MOST_VALUE_BYTES
                            + " are passed by value: pass its address and map it");
        }
    }

    static boolean isGpu(DeviceTarget target) {
        return !target.architecture().isHost();
    }
}
