package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds kernels that ask for the x numbers of their block and thread only to compute the thread's number in its row. For them
 * the threads of all blocks in a row are one loop, whose rounds follow each other in memory.
 */
final class RowIndex {
    private RowIndex() {}

    /**
     * Rewrites such a kernel to ask for the number in the row, once everything has been inlined into it.
     *
     * @return how it computes the number; empty when it is none of them, and left as it was
     */
    static Set<RowFunction> replace(IrFunction kernel, IrModule module) {
        Map<IrInstruction, RowFunction> sums = new LinkedHashMap<>();
        for (IrInstruction instruction : kernel.instructions()) {
            sum(instruction).ifPresent(function -> sums.put(instruction, function));
        }
        boolean only = DeviceCalls.in(kernel).stream()
                .filter(call -> isX(call, DeviceFunction.THREAD_ID) || isX(call, DeviceFunction.BLOCK_ID))
                .allMatch(call -> endsIn(sums, call));
        if (!only || sums.isEmpty()) {
            return Set.of();
        }
        sums.forEach((sum, function) -> {
            try (IrBuilder builder = IrBuilder.before(sum, module.context())) {
                sum.replaceUsesWith(builder.call(function.in(module), List.of(), ""));
            }
            eraseUnused(sum);
        });
        // parameters and conditions come in this order, which has to be the same in every process
        return Collections.unmodifiableSet(new LinkedHashSet<>(sums.values()));
    }

    private static Optional<RowFunction> sum(IrInstruction instruction) {
        if (instruction.opcode() != Opcode.ADD) {
            return Optional.empty();
        }
        return sum(instruction.operand(0), instruction.operand(1))
                .or(() -> sum(instruction.operand(1), instruction.operand(0)));
    }

    private static Optional<RowFunction> sum(IrValue product, IrValue thread) {
        Optional<IrInstruction> multiply = product.asInstruction().filter(i -> i.opcode() == Opcode.MULTIPLY);
        for (RowFunction function : RowFunction.values()) {
            boolean matches = asks(thread, DeviceFunction.THREAD_ID, function)
                    && multiply.filter(m -> isProduct(m.operand(0), m.operand(1), function)
                                    || isProduct(m.operand(1), m.operand(0), function))
                            .isPresent();
            if (matches) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    private static boolean isProduct(IrValue block, IrValue size, RowFunction function) {
        return asks(block, DeviceFunction.BLOCK_ID, function) && asks(size, DeviceFunction.BLOCK_SIZE, function);
    }

    /** Returns whether a value is what a call gives, widened as it is for a way to compute the number. */
    private static boolean asks(IrValue value, DeviceFunction asked, RowFunction function) {
        Optional<IrInstruction> instruction = value.asInstruction();
        if (function.widening() != Opcode.OTHER) {
            instruction = instruction
                    .filter(i -> i.opcode() == function.widening()
                            && i.value().type().integerBits() == function.bits())
                    .flatMap(i -> i.operand(0).asInstruction());
        }
        return instruction.filter(i -> isX(i, asked)).isPresent();
    }

    private static boolean isX(IrInstruction call, DeviceFunction function) {
        return call.isCall()
                && DeviceFunction.calledBy(call).filter(function::equals).isPresent()
                && DeviceCalls.dimension(call) == 0;
    }

    private static boolean endsIn(Map<IrInstruction, RowFunction> sums, IrInstruction value) {
        return value.value().users().stream()
                .map(user -> user.asInstruction().orElseThrow())
                .allMatch(user -> sums.containsKey(user) || (leadsOn(user) && endsIn(sums, user)));
    }

    private static boolean leadsOn(IrInstruction user) {
        return switch (user.opcode()) {
            case MULTIPLY, ZERO_EXTEND, SIGN_EXTEND -> true;
            default -> false;
        };
    }

    private static void eraseUnused(IrInstruction instruction) {
        if (!instruction.value().users().isEmpty()) {
            return;
        }
        List<IrInstruction> operands = instruction.operands().stream()
                .flatMap(operand -> operand.asInstruction().stream())
                .distinct()
                .toList();
        instruction.erase();
        operands.forEach(RowIndex::eraseUnused);
    }
}
