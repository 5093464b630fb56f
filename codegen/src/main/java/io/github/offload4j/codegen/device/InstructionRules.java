package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.Optional;
import java.util.stream.IntStream;

/** The instructions that a target has no code for: LLVM would end the process, or need a library. */
final class InstructionRules {
    /** AMD's processors of which LLVM does not know how long the instructions are that move the stack's end. */
    private static final String WITHOUT_MOVING_STACK = "gfx7";

    /** A thread of AMD's has 131056 bytes of stack. */
    private static final long LARGEST_ALIGNMENT = 1 << 16;

    private final DeviceTarget target;
    private final boolean gpu;
    private final AtomicRules atomics;
    /** Whether the processor computes with more than {@code double}; where a library does, images do not have it. */
    private final boolean widens;

    private final Refusals refusals;

    InstructionRules(DeviceTarget target, Refusals refusals) {
        this.target = target;
        this.gpu = KernelRules.isGpu(target);
        this.widens = target.architecture() == Architecture.X86_64;
        this.atomics = new AtomicRules(target, refusals);
        this.refusals = refusals;
    }

    /**
     * Checks one instruction.
     *
     * @param function that has it
     */
    void check(IrInstruction instruction, IrFunction function) {
        Opcode opcode = instruction.opcode();
        switch (opcode) {
            case INVOKE, RESUME -> refuse(instruction, function, "it handles exceptions, which no kernel can");
            case CALL_BRANCH -> refuse(instruction, function, "it jumps out of inline assembly");
            case INDIRECT_BRANCH -> refuse(instruction, function, "it jumps to a computed address");
            case VARIADIC_ARGUMENT ->
                requireHost(
                        instruction, function, "va_arg needs arguments in memory, where a device does not pass them");
            case ALLOCA -> checkStackSlot(instruction, function);
            default -> {}
        }
        if (target.architecture() == Architecture.AMDGCN && slotAlignment(instruction) > LARGEST_ALIGNMENT) {
            refuse(
                    instruction,
                    function,
                    "it aligns something on the stack to " + slotAlignment(instruction) + " bytes; at most "
                            + LARGEST_ALIGNMENT + " are possible");
        }
        if (callsWhatItWasGiven(instruction, function)) {
            refuse(
                    instruction,
                    function,
                    "it calls a function by an address that the host gave it, where a device has none; call it by name");
        }
        atomics.check(instruction, function);
        if (!widens && hasWideFloatingPoint(instruction)) {
            refuse(instruction, function, "it computes with floating-point numbers wider than double");
        }
    }

    private static boolean callsWhatItWasGiven(IrInstruction call, IrFunction function) {
        return call.isCall()
                && Attributes.hasText(function, KernelModule.KERNEL_ATTRIBUTE)
                && isParameter(call.calledValue(), function);
    }

    /** Compilers that do not optimise put parameters into slots first. */
    private static boolean isParameter(IrValue value, IrFunction function) {
        Optional<IrInstruction> load = value.asInstruction().filter(i -> i.opcode() == Opcode.LOAD);
        if (load.isEmpty()) {
            return IntStream.range(0, function.parameterCount())
                    .anyMatch(i -> function.parameter(i).equals(value));
        }
        IrValue slot = load.get().operand(0);
        return slot.asInstruction().filter(i -> i.opcode() == Opcode.ALLOCA).isPresent()
                && slot.users().stream()
                        .flatMap(user -> user.asInstruction().stream())
                        .filter(user ->
                                user.opcode() == Opcode.STORE && user.operand(1).equals(slot))
                        .anyMatch(store -> isParameter(store.operand(0), function));
    }

    private void checkStackSlot(IrInstruction alloca, IrFunction function) {
        boolean fixed = alloca.operand(0).isConstantInteger()
                && alloca.block().equals(function.blocks().get(0));
        if (!fixed
                && target.architecture() == Architecture.AMDGCN
                && target.processor().startsWith(WITHOUT_MOVING_STACK)) {
            refuse(
                    alloca,
                    function,
                    "it has a stack slot whose size is computed, or that is reserved behind the first block");
        }
    }

    /** Returns the largest alignment of what an instruction puts on the stack, copies of arguments included. */
    private static long slotAlignment(IrInstruction instruction) {
        if (instruction.opcode() == Opcode.ALLOCA) {
            return instruction.slotAlignment();
        }
        return instruction.isCall()
                ? IntStream.range(0, instruction.arguments().size())
                        .filter(i -> Attributes.copiedTypeOf(instruction, i).isPresent())
                        .mapToLong(i -> ArgumentCopies.alignment(instruction, i))
                        .max()
                        .orElse(1)
                : 1;
    }

    private static boolean hasWideFloatingPoint(IrInstruction instruction) {
        return instruction.value().type().isWideFloatingPoint()
                || instruction.operands().stream().map(IrValue::type).anyMatch(t -> t.isWideFloatingPoint());
    }

    private void requireHost(IrInstruction instruction, IrFunction function, String why) {
        if (gpu) {
            refuse(instruction, function, why);
        }
    }

    private void refuse(IrInstruction instruction, IrFunction function, String why) {
        refusals.add(function, why + Refusals.at(instruction));
    }
}
