package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.ir.DataLayout;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.Set;

/** Refuses variables and stack slots whose bytes do not fit 62 bits, of which LLVM takes what is left of a number. */
final class MemoryRules {
    private static final String TOO_LARGE = " of more than 62 bits of bytes, for which no device has room";

    private final DataLayout layout;
    private final Refusals refusals;

    private MemoryRules(DataLayout layout, Refusals refusals) {
        this.layout = layout;
        this.refusals = refusals;
    }

    /**
     * Checks a kernel.
     *
     * @param reached what it comes to
     */
    static void check(IrFunction kernel, Set<IrValue> reached, DataLayout layout, Refusals refusals) {
        MemoryRules rules = new MemoryRules(layout, refusals);
        for (IrValue value : reached) {
            if (value.isGlobalVariable()) {
                rules.check(new IrGlobal(value), kernel);
            }
            value.asFunction().ifPresent(rules::checkSlots);
        }
    }

    private void check(IrGlobal variable, IrFunction kernel) {
        if (layout.isTooLarge(variable.contentType())) {
            refusals.add(kernel, "its variable " + variable.value() + " is one" + TOO_LARGE);
        }
    }

    private void checkSlots(IrFunction function) {
        for (IrInstruction instruction : function.instructions()) {
            if (instruction.opcode() == Opcode.ALLOCA && isTooLarge(instruction)) {
                refusals.add(instruction, "it has a stack slot" + TOO_LARGE);
            }
        }
    }

    private boolean isTooLarge(IrInstruction slot) {
        IrType type = slot.allocatedType();
        long count = slot.operand(0).constantInteger().orElse(1);
        if (layout.isTooLarge(type)) {
            return true;
        }
        long bytes = layout.bytes(type).orElse(0);
        return Math.multiplyHigh(bytes, count) != 0 || (bytes * count) >>> 62 != 0;
    }
}
