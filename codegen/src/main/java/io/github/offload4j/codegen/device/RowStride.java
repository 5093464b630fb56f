package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.AddressReader;
import io.github.offload4j.codegen.ir.DataLayout;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * By how much values grow from one thread of a row to the next, as far as that is seen and numbers do not begin again: enough to
 * say whether vectors pay, and no more.
 */
final class RowStride {
    private static final OptionalLong SAME = OptionalLong.of(0);
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private final DataLayout layout;
    private final Map<IrValue, OptionalLong> known = new HashMap<>();

    RowStride(DataLayout layout) {
        this.layout = layout;
    }

    /** Returns whether threads next to each other access the same place, or places next to each other. */
    boolean isDense(IrInstruction access) {
        boolean store = access.opcode() == Opcode.STORE;
        IrType type = store ? access.operand(0).type() : access.value().type();
        OptionalLong stride = of(access.operand(store ? 1 : 0));
        return stride.isPresent() && (stride.getAsLong() == 0 || stride.equals(layout.bytes(type)));
    }

    private OptionalLong of(IrValue value) {
        Optional<IrInstruction> instruction = value.asInstruction();
        if (instruction.isEmpty()) {
            return SAME;
        }
        OptionalLong found = known.get(value);
        if (found == null) {
            // what comes round to itself in a loop grows by what is the same for all
            known.put(value, SAME);
            found = of(instruction.get());
            known.put(value, found);
        }
        return found;
    }

    private OptionalLong of(IrInstruction instruction) {
        if (instruction.isCall()) {
            return ofCall(instruction);
        }
        return switch (instruction.opcode()) {
            case ZERO_EXTEND, SIGN_EXTEND, TRUNCATE, FREEZE, ADDRESS_SPACE_CAST -> of(instruction.operand(0));
            case ADD -> sum(of(instruction.operand(0)), of(instruction.operand(1)), 1);
            case SUBTRACT -> sum(of(instruction.operand(0)), of(instruction.operand(1)), -1);
            case ELEMENT_ADDRESS -> ofAddress(instruction);
            case PHI -> ofPhi(instruction);
            default ->
                instruction.operands().stream().map(this::of).allMatch(SAME::equals)
                                && instruction.opcode() != Opcode.LOAD
                        ? SAME
                        : UNKNOWN;
        };
    }

    private static OptionalLong ofCall(IrInstruction call) {
        if (RowFunction.calledBy(call).isPresent()) {
            return OptionalLong.of(1);
        }
        return DeviceFunction.calledBy(call).isPresent() ? SAME : UNKNOWN;
    }

    private OptionalLong ofAddress(IrInstruction address) {
        OptionalLong bytes = AddressReader.elementBytes(address, layout);
        if (bytes.isEmpty()) {
            return UNKNOWN;
        }
        return sum(of(address.operand(0)), of(address.operand(1)), bytes.getAsLong());
    }

    /** A counter that begins with the thread's number grows from thread to thread by as much as that. */
    private OptionalLong ofPhi(IrInstruction phi) {
        List<IrValue> values =
                PhiNodes.incoming(phi).stream().map(PhiNodes.Incoming::value).toList();
        IrValue begin = values.stream()
                .filter(value -> value.asInstruction()
                        .filter(i -> i.operands().contains(phi.value()))
                        .isEmpty())
                .findFirst()
                .orElse(values.get(0));
        OptionalLong stride = of(begin);
        known.put(phi.value(), stride);
        boolean alike = values.stream().map(this::of).allMatch(stride::equals);
        return alike ? stride : UNKNOWN;
    }

    private static OptionalLong sum(OptionalLong left, OptionalLong right, long scale) {
        return left.isPresent() && right.isPresent()
                ? OptionalLong.of(left.getAsLong() + scale * right.getAsLong())
                : UNKNOWN;
    }
}
