package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers that are one more for each work-item than for the one before it in the x dimension: what they are for the first. */
final class Counted {
    private final BlockFunction block;
    private final IrContext context;
    private final IrBuilder builder;
    private final List<IrValue> conditions = new ArrayList<>();

    /**
     * Begins with no conditions.
     *
     * @param builder stands where the work-items have the same numbers in the other dimensions, and whatever else is the same
     */
    Counted(BlockFunction block, IrBuilder builder, IrContext context) {
        this.block = block;
        this.builder = builder;
        this.context = context;
    }

    /** Returns whether a value is one that is computed by a few steps from the work-item's number, and from what is the same. */
    static boolean isOne(IrValue value, Divergence divergence) {
        Optional<IrInstruction> made = value.asInstruction();
        if (made.isEmpty() || !(isBits(value.type(), Integer.SIZE) || isBits(value.type(), Long.SIZE))) {
            return false;
        }
        IrInstruction instruction = made.get();
        return switch (instruction.opcode()) {
            case CALL -> isIndex(instruction);
            case ADD ->
                isMoved(instruction.operand(0), instruction.operand(1), divergence)
                        || isMoved(instruction.operand(1), instruction.operand(0), divergence);
            case SUBTRACT -> isMoved(instruction.operand(0), instruction.operand(1), divergence);
            case ZERO_EXTEND, SIGN_EXTEND, TRUNCATE -> isOne(instruction.operand(0), divergence);
            default -> false;
        };
    }

    private static boolean isBits(IrType type, int bits) {
        return type.isInteger() && type.integerBits() == bits;
    }

    private static boolean isMoved(IrValue number, IrValue by, Divergence divergence) {
        return !divergence.isDivergent(by) && isOne(number, divergence);
    }

    private static boolean isIndex(IrInstruction call) {
        return ItemFunction.INDEX.isCalledBy(call)
                && call.arguments().get(0).constantInteger().orElseThrow() == 0;
    }

    /** Emits what such a value is for the first work-item. */
    IrValue first(IrValue value, Divergence divergence) {
        IrInstruction instruction = value.asInstruction().orElseThrow();
        IrType type = value.type();
        return switch (instruction.opcode()) {
            case ADD -> {
                int counted = isMoved(instruction.operand(0), instruction.operand(1), divergence) ? 0 : 1;
                yield builder.add(first(instruction.operand(counted), divergence), instruction.operand(1 - counted));
            }
            case SUBTRACT -> builder.subtract(first(instruction.operand(0), divergence), instruction.operand(1));
            case ZERO_EXTEND, SIGN_EXTEND ->
                widened(first(instruction.operand(0), divergence), instruction.opcode(), type);
            case TRUNCATE -> builder.integerCast(first(instruction.operand(0), divergence), type, false);
            default -> context.constant(type.integerBits(), 0);
        };
    }

    /** Widens what is counted, provided that no number of the block begins again in the bits that it has. */
    IrValue widened(IrValue first, Opcode widening, IrType type) {
        boolean signed = widening == Opcode.SIGN_EXTEND;
        IrType narrow = first.type();
        IrValue room = builder.subtract(context.highest(narrow, signed), first);
        conditions.add(builder.compare(Comparison.ABOVE_OR_EQUAL, room, last(narrow), ""));
        return builder.integerCast(first, type, signed);
    }

    /** Returns the number of the last work-item. */
    IrValue last(IrType type) {
        return builder.subtract(
                builder.integerCast(block.blockSize(0), type, false), context.constant(type.integerBits(), 1));
    }

    /** Returns under which conditions, on top of one, what was emitted holds. */
    IrValue and(IrValue condition) {
        IrValue all = condition;
        for (IrValue other : conditions) {
            all = builder.and(all, other);
        }
        return all;
    }
}
