package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What mapped pointers point into, in one block. Pointers that are read from structures, as those of members are, point into the
 * same as long as nobody may have written to the structure in between.
 */
final class MappedPlaces {
    private static final int DEEPEST = 16;

    private final FunctionFacts facts;
    private final Set<IrValue> own;
    private final Set<IrValue> tables;
    private final Map<IrValue, Version> read = new HashMap<>();
    private final Map<IrValue, Integer> ownWrites = new HashMap<>();
    private int writes;

    /** How often something was written to: one of the function's own objects, and what others can reach. */
    private record Version(int own, int others) {}

    /** Something that is mapped. */
    sealed interface Place {
        /**
         * An object, or what a pointer points to of which no more is known.
         *
         * @param value the object or the pointer
         */
        record Whole(IrValue value) implements Place {}

        /**
         * What a pointer in a structure points to.
         *
         * @param structure what the pointer is in
         * @param at where it is there, in bytes
         * @param version how often the structure may have been written to when the pointer was read
         */
        record Pointee(Place structure, long at, int version) implements Place {}

        /** Returns whether it is a place, or what pointers in that lead to. */
        default boolean isOf(Place structure) {
            return equals(structure)
                    || (this instanceof Pointee pointee && pointee.structure().isOf(structure));
        }
    }

    /**
     * Begins a block.
     *
     * @param own objects whose addresses go nowhere but to sites
     * @param tables where sites keep addresses for the runtime
     */
    MappedPlaces(FunctionFacts facts, Set<IrValue> own, Set<IrValue> tables) {
        this.facts = facts;
        this.own = own;
        this.tables = tables;
    }

    /** Returns what a pointer points into, which is an object where that was stored in a structure. */
    Place of(IrValue pointer) {
        return of(pointer, true, 0);
    }

    /** Returns what a pointer points into, by the structures that lead there. */
    Place path(IrValue pointer) {
        return of(pointer, false, 0);
    }

    /** Returns the object that the structures which lead to a pointer begin with, whenever they are read. */
    IrValue root(IrValue pointer) {
        IrValue base = object(pointer);
        for (int i = 0; i < DEEPEST; i++) {
            Optional<IrInstruction> load =
                    base.asInstruction().filter(instruction -> instruction.opcode() == Opcode.LOAD);
            if (load.isEmpty()) {
                return base;
            }
            base = object(unlessNull(load.get().operand(0)));
        }
        return base;
    }

    /** Returns the object that a place begins with. */
    static IrValue root(Place place) {
        return place instanceof Place.Pointee pointee ? root(pointee.structure()) : ((Place.Whole) place).value();
    }

    private Place of(IrValue pointer, boolean stored, int depth) {
        IrValue base = facts.pointers().address(pointer).base();
        Optional<IrInstruction> load = base.asInstruction().filter(i -> i.opcode() == Opcode.LOAD);
        if (load.isEmpty() || depth == DEEPEST) {
            return new Place.Whole(base);
        }
        Address cell = facts.pointers().address(unlessNull(load.get().operand(0)));
        if (stored) {
            Optional<IrValue> value = content(cell, own, facts);
            if (value.isPresent()) {
                return of(value.get(), true, depth + 1);
            }
        }
        Version now = version(cell.base());
        return now.equals(read.get(base)) && cell.offset().isPresent()
                ? new Place.Pointee(
                        of(cell.base(), stored, depth + 1), cell.offset().getAsLong(), now.own() + now.others())
                : new Place.Whole(base);
    }

    private Version version(IrValue object) {
        return own.contains(object) ? new Version(ownWrites.getOrDefault(object, 0), 0) : new Version(0, writes);
    }

    private void written(IrValue object) {
        if (own.contains(object)) {
            ownWrites.merge(object, 1, Integer::sum);
        } else if (!tables.contains(object)) {
            writes++;
        }
    }

    private IrValue object(IrValue pointer) {
        return facts.pointers().address(pointer).base();
    }

    /** Sites read zeros where there may be no structure. */
    private static IrValue unlessNull(IrValue address) {
        return address.asInstruction()
                .filter(i -> i.opcode() == Opcode.SELECT && i.operand(2).isGlobalVariable())
                .map(i -> i.operand(1))
                .orElse(address);
    }

    /** Returns the one pointer that is ever stored in a cell of an object whose address goes nowhere but to sites. */
    static Optional<IrValue> content(Address cell, Set<IrValue> own, FunctionFacts facts) {
        if (!own.contains(cell.base()) || cell.offset().isEmpty()) {
            return Optional.empty();
        }
        Optional<IrValue> found = Optional.empty();
        for (AddressUses.Use use : AddressUses.of(cell.base()).all()) {
            IrInstruction user = use.user();
            if (user.isCall() && isWritten(user, use.address())) {
                return Optional.empty();
            }
            if (user.opcode() != Opcode.STORE || !user.operand(1).equals(use.address())) {
                continue;
            }
            OptionalLong offset = facts.pointers().address(use.address()).offset();
            boolean apart = offset.isPresent()
                    && Math.abs(offset.getAsLong() - cell.offset().getAsLong()) >= Long.BYTES
                    && (user.operand(0).type().isPointer()
                            || user.operand(0).type().scalarBits() > 0);
            if (apart) {
                continue;
            }
            boolean pointer = user.operand(0).type().isPointer() && offset.equals(cell.offset());
            if (!pointer || found.isPresent()) {
                return Optional.empty();
            }
            found = Optional.of(user.operand(0));
        }
        return found;
    }

    private static boolean isWritten(IrInstruction call, IrValue address) {
        String name = call.calledFunction().map(IrFunction::name).orElse("");
        return name.startsWith("llvm.mem") && call.arguments().get(0).equals(address);
    }

    /** Takes note of an instruction that is no call of a site. */
    void pass(IrInstruction instruction) {
        if (instruction.opcode() == Opcode.LOAD) {
            IrValue cell = object(unlessNull(instruction.operand(0)));
            read.put(instruction.value(), version(cell));
        } else if (instruction.opcode() == Opcode.STORE) {
            written(object(instruction.operand(1)));
        } else if (instruction.isCall()) {
            boolean intrinsic =
                    instruction.calledFunction().filter(IrFunction::isIntrinsic).isPresent();
            if (!intrinsic) {
                writes++;
            } else if (!instruction.arguments().isEmpty()
                    && instruction.arguments().get(0).type().isPointer()) {
                written(object(instruction.arguments().get(0)));
            }
        }
    }
}
