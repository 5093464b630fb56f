package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What must hold of kernels, and of everything they reach, before LLVM is asked for code. */
final class KernelRules {
    /** Intrinsics that LLVM turns into calls of a math library, which a GPU does not have. */
    private static final Set<String> LIBRARY_INTRINSICS = Set.of(
            "acos", "asin", "atan", "atan2", "cos", "cosh", "exp", "exp10", "exp2", "frexp", "ldexp", "log", "log10",
            "log2", "modf", "pow", "powi", "sin", "sincos", "sinh", "tan", "tanh");

    private final DeviceTarget target;
    private final Set<IrFunction> onPath = new LinkedHashSet<>();
    private final Set<IrFunction> done = new LinkedHashSet<>();

    private KernelRules(DeviceTarget target) {
        this.target = target;
    }

    /**
     * Checks kernels.
     *
     * @throws OffloadException naming the function and the reason
     */
    static void check(List<IrFunction> kernels, DeviceTarget target) {
        KernelRules rules = new KernelRules(target);
        for (IrFunction kernel : kernels) {
            rules.checkInterface(kernel);
            rules.checkReachable(kernel);
        }
    }

    private void checkInterface(IrFunction kernel) {
        if (kernel.isDeclaration()) {
            throw refused(kernel, "it has no body");
        }
        if (!kernel.returnType().isVoid()) {
            throw refused(kernel, "it returns " + kernel.returnType() + "; a kernel returns void");
        }
        if (kernel.isVariadic()) {
            throw refused(kernel, "it takes a variable number of arguments");
        }
        List<IrType> types = kernel.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            if (Attributes.isByValue(kernel, i)) {
                throw refused(
                        kernel, "parameter " + (i + 1) + " is an aggregate by value; pass its address and map it");
            }
            if (!types.get(i).isPointer() && types.get(i).scalarBits() == 0) {
                throw refused(
                        kernel,
                        "parameter " + (i + 1) + " is " + types.get(i)
                                + "; a kernel takes pointers, integers up to 64 bits, half, float and double");
            }
        }
    }

    private void checkReachable(IrFunction function) {
        if (done.contains(function)) {
            return;
        }
        if (!onPath.add(function)) {
            throw refused(function, "it calls itself, directly or through others, and a kernel's stack is fixed");
        }
        for (IrInstruction instruction : function.instructions()) {
            checkInstruction(instruction, function);
            for (IrValue operand : instruction.operands()) {
                checkGlobal(operand, function);
                operand.asFunction().ifPresent(used -> checkUsed(used, instruction, function));
            }
        }
        onPath.remove(function);
        done.add(function);
    }

    private void checkInstruction(IrInstruction instruction, IrFunction function) {
        boolean gpu = target.architecture() != Architecture.X86_64;
        if (gpu && instruction.opcode() == Opcode.FLOAT_REMAINDER) {
            throw refused(function, "frem needs a math library, which the device does not have");
        }
    }

    private void checkGlobal(IrValue operand, IrFunction function) {
        if (!operand.isGlobalVariable()) {
            return;
        }
        int addressSpace = operand.type().addressSpace().orElse(0);
        if (addressSpace != 0 && target.architecture() == Architecture.X86_64) {
            throw refused(
                    function,
                    "it uses " + operand + " in address space " + addressSpace
                            + "; x86_64 has no shared memory, as it has no barrier");
        }
    }

    private void checkUsed(IrFunction used, IrInstruction instruction, IrFunction function) {
        if (!used.isDeclaration()) {
            checkReachable(used);
        } else if (DeviceFunction.of(used.name()).isPresent()) {
            checkDeviceCall(used, instruction, function);
        } else if (used.isIntrinsic()) {
            checkIntrinsic(used, function);
        } else {
            throw refused(
                    function,
                    "it calls '" + used.name() + "', which has no body" + at(instruction)
                            + "; link its definition into the kernel module");
        }
    }

    private void checkDeviceCall(IrFunction used, IrInstruction instruction, IrFunction function) {
        DeviceFunction called = DeviceFunction.of(used.name()).orElseThrow();
        boolean barrier = called == DeviceFunction.BARRIER;
        boolean typed = barrier
                ? used.returnType().isVoid() && used.parameterTypes().isEmpty()
                : isInt(used.returnType())
                        && used.parameterTypes().size() == 1
                        && isInt(used.parameterTypes().get(0));
        if (!typed) {
            throw refused(
                    function,
                    "'" + used.name() + "' is declared as " + used.type() + "; it is "
                            + (barrier ? "void ()" : "i32 (i32)"));
        }
        boolean direct = instruction.calledFunction().filter(used::equals).isPresent();
        if (!direct) {
            throw refused(function, "it takes the address of '" + used.name() + "', which can only be called");
        }
        if (barrier) {
            if (target.architecture() == Architecture.X86_64) {
                throw refused(function, "offload.barrier is not supported on x86_64, where threads run one by one");
            }
            return;
        }
        long dimension = instruction.arguments().get(0).constantInteger().orElse(-1);
        if (dimension < 0 || dimension > 2) {
            throw refused(
                    function, "the dimension of '" + used.name() + "' is not a constant 0, 1 or 2" + at(instruction));
        }
    }

    private static boolean isInt(IrType type) {
        return type.isInteger() && type.integerBits() == Integer.SIZE;
    }

    private void checkIntrinsic(IrFunction used, IrFunction function) {
        if (target.architecture() == Architecture.X86_64) {
            return;
        }
        String[] parts = used.name().split("\\.", -1);
        if (parts.length > 1 && LIBRARY_INTRINSICS.contains(parts[1])) {
            throw refused(
                    function, "it calls " + used.name() + ", which needs a math library that the device does not have");
        }
    }

    private static String at(IrInstruction instruction) {
        return instruction.location().map(l -> " (" + l + ")").orElse("");
    }

    private OffloadException refused(IrFunction function, String why) {
        return new OffloadException(
                Reason.KERNEL, "'" + function.name() + "' cannot be compiled for " + target + ": " + why);
    }
}
