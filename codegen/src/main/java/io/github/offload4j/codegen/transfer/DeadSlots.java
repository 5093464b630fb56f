package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.emit.SiteRecord;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.List;

/** Deletes the arrays of sites that no call takes any more. */
final class DeadSlots {
    private DeadSlots() {}

    static void remove(SiteRecord site) {
        site.arrays().forEach(DeadSlots::remove);
    }

    private static void remove(IrValue slot) {
        List<IrInstruction> dead = new ArrayList<>();
        if (slot.asInstruction().isPresent() && isOnlyWritten(slot, dead)) {
            dead.forEach(IrInstruction::erase);
            slot.asInstruction().get().erase();
        }
    }

    /** Collects what writes to a slot and what computes addresses in it, users before what they use. */
    private static boolean isOnlyWritten(IrValue address, List<IrInstruction> dead) {
        for (IrValue user : address.users()) {
            IrInstruction instruction = user.asInstruction().orElseThrow();
            boolean written = instruction.opcode() == Opcode.STORE
                    && instruction.operand(1).equals(address)
                    && !instruction.operand(0).equals(address);
            boolean computed =
                    instruction.opcode() == Opcode.ELEMENT_ADDRESS && isOnlyWritten(instruction.value(), dead);
            if (!written && !computed) {
                return false;
            }
            dead.add(instruction);
        }
        return true;
    }
}
