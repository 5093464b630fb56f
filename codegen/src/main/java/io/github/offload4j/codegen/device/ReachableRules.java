package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.math.MathRules;
import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.SharedMemory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold of everything that kernels reach: the functions that they call, the constants that they use, the
 * variables whose addresses are in those, what the variables begin with, and so on.
 *
 * <p>Recursion is found where the calls name the functions; through pointers it is not.
 */
final class ReachableRules {
    /** What a GPU keeps apart, and a host does not: main memory, a block's memory, and constants. */
    private static final Set<Integer> HOST_SPACES = Set.of(1, SharedMemory.ADDRESS_SPACE, 4);

    private final DeviceTarget target;
    private final boolean gpu;
    private final InstructionRules instructions;
    private final Refusals refusals;
    private final Set<IrFunction> onPath = new LinkedHashSet<>();
    private final Set<IrFunction> done = new HashSet<>();
    private final Deque<IrFunction> addressTaken = new ArrayDeque<>();
    private final Set<IrValue> constants = new HashSet<>();
    private final Set<IrValue> variablesOnPath = new HashSet<>();

    ReachableRules(DeviceTarget target, Refusals refusals) {
        this.target = target;
        this.gpu = KernelRules.isGpu(target);
        this.instructions = new InstructionRules(target, refusals);
        this.refusals = refusals;
    }

    /**
     * Checks a function with a body, and everything that it reaches.
     */
    void check(IrFunction function) {
        checkCalled(function);
        while (!addressTaken.isEmpty()) {
            checkCalled(addressTaken.pop());
        }
    }

    private void checkCalled(IrFunction function) {
        if (done.contains(function)) {
            return;
        }
        if (!onPath.add(function)) {
            refuse(function, "it calls itself, directly or through others, and a kernel's stack is fixed");
            return;
        }
        if (gpu && function.isVariadic()) {
            refuse(function, "it takes a variable number of arguments");
        }
        for (IrInstruction instruction : function.instructions()) {
            checkInstruction(instruction, function);
        }
        if (target.architecture() == Architecture.AMDGCN) {
            CopiedBarriers.in(function)
                    .ifPresent(call -> refusals.add(
                            call,
                            "it calls offload.barrier in two branches, of which each thread takes one, and nothing says that"
                                    + " all take the same; declare it convergent, or compile without optimisation if there"
                                    + " is one in the source"));
        }
        onPath.remove(function);
        done.add(function);
    }

    private void checkInstruction(IrInstruction instruction, IrFunction function) {
        instructions.check(instruction, function);
        Optional<IrFunction> called = instruction.calledFunction();
        List<IrValue> operands = instruction.operands();
        // LLVM puts the callee behind the other operands.
        int data = called.isPresent() ? operands.size() - 1 : operands.size();
        operands.subList(0, data).forEach(operand -> checkOperand(operand, function));
        called.ifPresent(callee -> checkCall(callee, instruction, function));
    }

    private void checkCall(IrFunction called, IrInstruction call, IrFunction function) {
        Optional<DeviceFunction> device = DeviceFunction.of(called.name());
        if (!called.isDeclaration()) {
            checkCalled(called);
        } else if (device.isPresent()) {
            DeviceCallRules.check(device.get(), call, function, target, refusals);
        } else if (called.isIntrinsic()) {
            IntrinsicRules.check(called, call, target, refusals);
        } else if (Printing.needsFiles(called)) {
            refuse(
                    function,
                    "it calls '" + called.name() + "', which writes to a file of the host" + Refusals.at(call)
                            + "; print with printf");
        } else if (!Printing.isProvided(called, target.architecture())
                && !MathRules.isProvided(called, call, target, refusals)) {
            refuse(
                    function,
                    "it calls '" + called.name() + "', which has no body" + Refusals.at(call)
                            + "; link its definition into the kernel module");
        }
    }

    private void checkOperand(IrValue operand, IrFunction function) {
        Optional<IrFunction> used = operand.asFunction();
        if (used.isPresent()) {
            checkAddressTaken(used.get(), function);
        } else if (operand.isGlobalVariable()) {
            checkVariable(operand, function);
        } else if (ConstantFacts.isBlockAddress(operand)) {
            refuse(function, "it takes the address of a block");
        } else {
            checkParts(operand, function);
        }
    }

    private void checkParts(IrValue value, IrFunction function) {
        List<IrValue> parts = ConstantFacts.parts(value);
        if (!parts.isEmpty() && constants.add(value)) {
            parts.forEach(part -> checkOperand(part, function));
        }
    }

    private void checkAddressTaken(IrFunction used, IrFunction function) {
        if (!used.isDeclaration()) {
            addressTaken.add(used);
            return;
        }
        String which = DeviceFunction.of(used.name()).isPresent()
                ? "', which can only be called"
                : "', which has no body; link its definition into the kernel module";
        refuse(function, "it takes the address of '" + used.name() + which);
    }

    private void checkVariable(IrValue variable, IrFunction function) {
        int addressSpace = variable.type().addressSpace().orElse(0);
        if (!gpu && addressSpace != 0 && !HOST_SPACES.contains(addressSpace)) {
            refuse(
                    function,
                    "it uses " + variable + " in address space " + addressSpace + ", which "
                            + target.architecture().optionName() + " does not have");
            return;
        }
        if (ConstantFacts.isThreadLocal(variable)) {
            refuse(function, "it uses " + variable + ", which is thread-local; a device has no such variables");
            return;
        }
        boolean shared = SharedMemory.isShared(variable);
        Optional<IrValue> initialValue = ConstantFacts.initialValue(variable);
        if (initialValue.isEmpty()) {
            if (!shared || !ConstantFacts.isOpenArray(variable)) {
                refuse(
                        function,
                        "it uses " + variable + ", which is not defined; link its definition into the kernel module");
            }
            return;
        }
        if (shared && !ConstantFacts.isUndefined(initialValue.get())) {
            refuse(
                    function,
                    "it uses " + variable + " in shared memory, which begins undefined; take its initial value away, or"
                            + " make it zero");
            return;
        }
        checkInitialValue(variable, initialValue.get(), function);
    }

    private void checkInitialValue(IrValue variable, IrValue initialValue, IrFunction function) {
        if (!variablesOnPath.add(variable)) {
            if (target.architecture() == Architecture.NVPTX64) {
                refuse(
                        function,
                        "it uses " + variable + ", whose initial value leads back to itself, which PTX cannot");
            }
            return;
        }
        if (constants.add(variable)) {
            checkOperand(initialValue, function);
        }
        variablesOnPath.remove(variable);
    }

    private void refuse(IrFunction function, String why) {
        refusals.add(function, why);
    }
}
