package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the address of an object gets to, through address arithmetic and casts. */
final class AddressUses {
    /** What the names of variables begin with that tell LLVM or the runtime of others, and let nobody change them. */
    private static final List<String> LISTS = List.of("llvm.", ".omp_offloading", ".offloading");

    /** Calls of LLVM's own that touch the bytes of an object and keep no address of it. */
    private static final List<String> TOUCHING =
            List.of("llvm.lifetime.", "llvm.mem", "llvm.dbg.", "llvm.assume", "llvm.invariant.");

    private final List<Use> uses = new ArrayList<>();
    private boolean complete = true;

    private AddressUses() {}

    /**
     * One use.
     *
     * @param user what uses it
     * @param address the address that it uses, of the object or of a part
     */
    record Use(IrInstruction user, IrValue address) {
        /** Returns whether it only reads the object. */
        boolean reads() {
            return user.opcode() == Opcode.LOAD;
        }

        /** Returns whether the address goes no further than to the object's own bytes, and to tables for the runtime. */
        boolean stays(FunctionFacts facts) {
            return switch (user.opcode()) {
                case LOAD -> true;
                case STORE -> user.operand(1).equals(address) || isSlot(user.operand(1), facts);
                case CALL, INVOKE -> isTouching() || Helper.calledBy(user).isPresent();
                case POINTER_TO_INTEGER -> isMeasured(user);
                default -> false;
            };
        }

        private static boolean isSlot(IrValue pointer, FunctionFacts facts) {
            return facts.pointers()
                    .address(pointer)
                    .base()
                    .asInstruction()
                    .filter(slot -> slot.opcode() == Opcode.ALLOCA)
                    .isPresent();
        }

        /** Returns whether an address becomes a number only to be compared with others, as sites do. */
        private static boolean isMeasured(IrInstruction number) {
            return number.value().users().stream()
                    .allMatch(user -> user.asInstruction()
                            .filter(i ->
                                    i.opcode() == Opcode.COMPARE || (i.opcode() == Opcode.SUBTRACT && isMeasured(i)))
                            .isPresent());
        }

        private boolean isTouching() {
            return user.calledFunction()
                    .map(IrFunction::name)
                    .filter(name -> TOUCHING.stream().anyMatch(name::startsWith))
                    .isPresent();
        }
    }

    static AddressUses of(IrValue object) {
        AddressUses found = new AddressUses();
        Set<IrValue> seen = new HashSet<>();
        List<IrValue> open = new ArrayList<>(List.of(object));
        while (!open.isEmpty()) {
            IrValue address = open.remove(open.size() - 1);
            if (seen.add(address)) {
                address.users().forEach(user -> found.follow(user, address, open));
            }
        }
        return found;
    }

    private void follow(IrValue user, IrValue address, List<IrValue> open) {
        Optional<IrInstruction> instruction = user.asInstruction();
        if (instruction.isEmpty()) {
            if (user.isGlobalVariable()) {
                complete &= LISTS.stream().anyMatch(user.name()::startsWith);
            } else {
                open.add(user);
            }
            return;
        }
        switch (instruction.get().opcode()) {
            case ELEMENT_ADDRESS, BIT_CAST, ADDRESS_SPACE_CAST -> open.add(user);
            default -> uses.add(new Use(instruction.get(), address));
        }
    }

    /** Returns the uses by instructions. */
    List<Use> all() {
        return uses;
    }

    /** Returns whether these are all: no other variable begins with the address. */
    boolean isComplete() {
        return complete;
    }
}
