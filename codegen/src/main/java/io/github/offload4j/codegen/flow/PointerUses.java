package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.AddressReader;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows a pointer forward through one function: through address arithmetic, casts, choices and stack slots. A value
 * that is computed from the pointer on some paths only is not followed.
 */
public final class PointerUses {
    private static final int POINTER_BYTES = 8;

    private final StackContent memory;
    private final AddressReader addresses;

    /** Follows the pointers of one function. */
    public PointerUses(IrModule module, StackContent memory) {
        this.memory = memory;
        this.addresses = new AddressReader(module.layout());
    }

    /** Returns every use of a pointer, and of the pointers computed from it, in the order of the program text. */
    public List<PointerUse> of(IrValue pointer) {
        Set<IrValue> derived = derived(pointer);
        List<PointerUse> uses = new ArrayList<>();
        for (IrInstruction instruction : memory.flow().instructions()) {
            for (IrValue operand : new LinkedHashSet<>(instruction.operands())) {
                if (derived.contains(operand) && !derived.contains(instruction.value())) {
                    uses.add(new PointerUse(instruction, operand));
                }
            }
        }
        return uses;
    }

    /** Returns a pointer and all that are certainly computed from it. */
    public Set<IrValue> derived(IrValue pointer) {
        Set<IrValue> refused = new HashSet<>();
        while (true) {
            Set<IrValue> derived = spread(pointer, refused);
            // a choice was taken on trust, for the sake of loops; each of its inputs must have turned out to be derived
            Optional<IrValue> unsure = derived.stream()
                    .filter(value -> !value.equals(pointer) && !inputsAreDerived(value, derived))
                    .findFirst();
            if (unsure.isEmpty()) {
                return derived;
            }
            refused.add(unsure.get());
        }
    }

    private Set<IrValue> spread(IrValue pointer, Set<IrValue> refused) {
        Set<IrValue> derived = new LinkedHashSet<>();
        List<IrValue> open = new ArrayList<>(List.of(pointer));
        while (!open.isEmpty()) {
            IrValue value = open.remove(open.size() - 1);
            if (refused.contains(value) || !derived.add(value)) {
                continue;
            }
            for (IrValue user : value.users()) {
                user.asInstruction().ifPresent(i -> open.addAll(results(i, value)));
            }
        }
        return derived;
    }

    private List<IrValue> results(IrInstruction user, IrValue pointer) {
        Opcode opcode = user.opcode();
        boolean computes = opcode == Opcode.ADDRESS_SPACE_CAST
                || opcode == Opcode.BIT_CAST
                || opcode == Opcode.FREEZE
                || opcode == Opcode.PHI
                || (opcode == Opcode.SELECT && !user.operand(0).equals(pointer))
                || (opcode == Opcode.ELEMENT_ADDRESS && user.operand(0).equals(pointer));
        if (computes) {
            return List.of(user.value());
        }
        return opcode == Opcode.STORE && user.operand(0).equals(pointer) ? reloads(user) : List.of();
    }

    private static boolean inputsAreDerived(IrValue value, Set<IrValue> derived) {
        IrInstruction instruction = value.asInstruction().orElseThrow();
        if (instruction.opcode() == Opcode.PHI) {
            return derived.containsAll(instruction.operands());
        }
        return instruction.opcode() != Opcode.SELECT
                || (derived.contains(instruction.operand(1)) && derived.contains(instruction.operand(2)));
    }

    /** Returns the loads that certainly get what a store leaves in a stack slot. */
    private List<IrValue> reloads(IrInstruction store) {
        Address place = addresses.read(store.operand(1));
        boolean slot = place.base()
                .asInstruction()
                .filter(i -> i.opcode() == Opcode.ALLOCA)
                .isPresent();
        if (!slot || place.offset().isEmpty()) {
            return List.of();
        }
        List<IrValue> loads = new ArrayList<>();
        collectLoads(place.base(), place, store.operand(0), loads);
        return loads;
    }

    private void collectLoads(IrValue address, Address place, IrValue stored, List<IrValue> loads) {
        for (IrValue user : address.users()) {
            Optional<IrInstruction> instruction = user.asInstruction();
            if (instruction.isEmpty()) {
                continue;
            }
            if (instruction.get().opcode() == Opcode.ELEMENT_ADDRESS) {
                collectLoads(user, place, stored, loads);
            } else if (instruction.get().opcode() == Opcode.LOAD
                    && addresses.read(address).equals(place)
                    && holds(place, stored, instruction.get())) {
                loads.add(user);
            }
        }
    }

    private boolean holds(Address place, IrValue stored, IrInstruction load) {
        return load.value().type().isPointer()
                && memory.scalar(place.base(), place.offset().orElseThrow(), POINTER_BYTES, load)
                        .filter(stored::equals)
                        .isPresent();
    }
}
