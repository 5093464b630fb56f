package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Objects of a function's frame that nothing but its sites maps: their addresses go nowhere else, also by way of structures that
 * are such objects themselves.
 */
final class OwnObjects {
    private final FunctionFacts facts;
    private final Set<IrValue> tables = new HashSet<>();
    private final Set<IrValue> own = new HashSet<>();

    /** Finds the objects that calls map. */
    OwnObjects(Collection<RuntimeCall> calls, FunctionFacts facts) {
        this.facts = facts;
        for (RuntimeCall call : calls) {
            call.instruction().arguments().stream()
                    .filter(argument -> argument.type().isPointer())
                    .forEach(argument -> tables.add(object(argument)));
        }
        Set<IrValue> structures = new HashSet<>();
        for (RuntimeCall call : calls) {
            for (TableEntry entry : call.entries()) {
                entry.pointer().map(this::object).filter(this::isOwn).ifPresent(structures::add);
            }
        }
        own.addAll(structures);
        for (IrValue structure : structures) {
            AddressUses.of(structure).all().forEach(use -> addStored(use));
        }
    }

    /** An object whose address is in such a structure is one too. */
    private void addStored(AddressUses.Use use) {
        IrInstruction user = use.user();
        if (user.opcode() != Opcode.STORE || !user.operand(0).type().isPointer()) {
            return;
        }
        IrValue object = object(user.operand(0));
        if (isSlot(object) && !own.contains(object) && isOwn(object)) {
            own.add(object);
        }
    }

    Set<IrValue> all() {
        return own;
    }

    /** Returns where sites keep addresses for the runtime. */
    Set<IrValue> tables() {
        return tables;
    }

    /** Returns the object that a pointer points into, also where that was stored in a structure of the function's own. */
    IrValue object(IrValue pointer) {
        IrValue base = facts.pointers().address(pointer).base();
        Optional<IrValue> stored = base.asInstruction()
                .filter(i -> i.opcode() == Opcode.LOAD)
                .map(i -> facts.pointers().address(i.operand(0)))
                .flatMap(cell -> MappedPlaces.content(cell, own, facts));
        return stored.map(value -> facts.pointers().address(value).base()).orElse(base);
    }

    private static boolean isSlot(IrValue object) {
        return object.asInstruction().filter(i -> i.opcode() == Opcode.ALLOCA).isPresent();
    }

    private boolean isOwn(IrValue object) {
        return isSlot(object) && staysHere(object, 0);
    }

    private static final int DEEPEST = 8;

    /** Returns whether an address goes to sites only, or to structures of which only sites read it. */
    private boolean staysHere(IrValue address, int depth) {
        AddressUses uses = AddressUses.of(address);
        return depth < DEEPEST
                && uses.isComplete()
                && uses.all().stream().allMatch(use -> use.stays(facts) && staysWhereItIsStored(use, depth));
    }

    private boolean staysWhereItIsStored(AddressUses.Use use, int depth) {
        if (use.user().opcode() != Opcode.STORE || !use.user().operand(0).equals(use.address())) {
            return true;
        }
        Address cell = facts.pointers().address(use.user().operand(1));
        if (tables.contains(cell.base())) {
            return true;
        }
        return isSlot(cell.base())
                && staysHere(cell.base(), depth + 1)
                && AddressUses.of(cell.base()).all().stream()
                        .filter(read -> read.user().opcode() == Opcode.LOAD
                                && read.user().value().type().isPointer())
                        .allMatch(read -> areForSites(read.user().value(), depth + 1));
    }

    /** A pointer that is read again may be compared with null as well. */
    private boolean areForSites(IrValue pointer, int depth) {
        AddressUses uses = AddressUses.of(pointer);
        return depth < DEEPEST
                && uses.isComplete()
                && uses.all().stream()
                        .filter(use -> use.user().opcode() != Opcode.COMPARE)
                        .allMatch(use -> use.stays(facts) && staysWhereItIsStored(use, depth));
    }
}
