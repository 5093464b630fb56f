package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes what sites have emitted and no call takes any more. */
final class DeadSlots {
    private static final String QUESTION = RuntimeFunction.DEFAULT_DEVICE.symbol();

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

    /** Deletes the question for the default device, and what is computed from its answer, where nobody needs it. */
    static void removeQuestion(IrValue device) {
        Optional<IrInstruction> instruction =
                device.asInstruction().filter(i -> device.users().isEmpty());
        if (instruction.isEmpty()) {
            return;
        }
        if (instruction.get().opcode() == Opcode.SIGN_EXTEND) {
            IrValue answer = instruction.get().operand(0);
            instruction.get().erase();
            removeQuestion(answer);
        } else if (instruction
                .get()
                .calledFunction()
                .filter(f -> f.isDeclaration() && f.name().equals(QUESTION))
                .isPresent()) {
            instruction.get().erase();
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
            boolean filled = instruction
                            .calledFunction()
                            .filter(f -> f.name().startsWith("llvm.memcpy."))
                            .isPresent()
                    && !instruction.arguments().get(1).equals(address);
            if (!written && !computed && !filled) {
                return false;
            }
            dead.add(instruction);
        }
        return true;
    }
}
