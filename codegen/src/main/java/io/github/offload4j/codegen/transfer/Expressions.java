package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.signature.Device;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the computations of one function, so that equal ones can be told. */
final class Expressions {
    private static final int DEEPEST = 16;

    private static final Set<Opcode> PURE = EnumSet.of(
            Opcode.ADD,
            Opcode.SUBTRACT,
            Opcode.MULTIPLY,
            Opcode.SHIFT_LEFT,
            Opcode.OR,
            Opcode.ZERO_EXTEND,
            Opcode.SIGN_EXTEND,
            Opcode.TRUNCATE,
            Opcode.SELECT);

    private final FunctionFacts facts;

    Expressions(FunctionFacts facts) {
        this.facts = facts;
    }

    /** Returns where a pointer points. */
    Expression place(IrValue pointer) {
        Address address = facts.pointers().address(pointer);
        Expression base = Expression.leaf(address.base());
        if (address.offset().isEmpty()) {
            return Expression.leaf(facts.values().trace(pointer));
        }
        return Expression.of("at " + address.offset().getAsLong(), base);
    }

    /** Returns how an integer is computed. */
    Expression number(IrValue integer) {
        return number(integer, 0);
    }

    private Expression number(IrValue integer, int depth) {
        IrValue value = facts.values().trace(integer);
        Optional<IrInstruction> instruction = value.asInstruction().filter(i -> isPure(i) && depth < DEEPEST);
        if (instruction.isEmpty()) {
            return value.type().isPointer() ? place(value) : Expression.leaf(value);
        }
        List<Expression> operands = instruction.get().operands().stream()
                .map(operand -> number(operand, depth + 1))
                .toList();
        String operation = instruction.get().opcode()
                + instruction.get().comparison().map(c -> " " + c).orElse("")
                + " "
                + value.type();
        return new Expression(operation, operands, List.of());
    }

    /** Returns whether an instruction computes the same from the same operands, wherever it stands. */
    static boolean isPure(IrInstruction instruction) {
        return PURE.contains(instruction.opcode()) || instruction.comparison().isPresent();
    }

    /** Returns which device is meant. */
    Expression device(Device device) {
        if (device instanceof Device.Numbered numbered) {
            return Expression.of("device " + numbered.number());
        }
        return device instanceof Device.Computed computed
                ? Expression.of("device", number(computed.number()))
                : Expression.of("default device");
    }
}
