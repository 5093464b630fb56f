package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.AddressReader;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Traces values of one function back to where they come from, through the stack slots that unoptimised code keeps its
 * variables in.
 */
public final class Values {
    private static final int DEEPEST = 64;

    private final StackContent memory;
    private final AddressReader addresses;
    private final Map<IrValue, Boolean> isPrivate = new HashMap<>();
    private final Map<IrValue, IrValue> traced = new HashMap<>();

    /** Traces the values of a function of a module. */
    public Values(IrModule module, IrFunction function) {
        this.memory = new StackContent(module, function);
        this.addresses = new AddressReader(module.layout());
    }

    /** Returns what the function's stack slots hold. */
    public StackContent memory() {
        return memory;
    }

    /** Returns the value that a value is a copy of; itself when it is none, or not a copy of the same on every path. */
    public IrValue trace(IrValue value) {
        IrValue known = traced.get(value);
        if (known == null) {
            known = follow(value);
            traced.put(value, known);
        }
        return known;
    }

    private IrValue follow(IrValue value) {
        IrValue current = value;
        for (int i = 0; i < DEEPEST; i++) {
            Optional<IrValue> before = current.asInstruction().flatMap(this::step);
            if (before.isEmpty()) {
                return current;
            }
            current = before.get();
        }
        return current;
    }

    private Optional<IrValue> step(IrInstruction instruction) {
        Opcode opcode = instruction.opcode();
        if (opcode == Opcode.FREEZE) {
            return Optional.of(instruction.operand(0));
        }
        return opcode == Opcode.LOAD ? loaded(instruction) : Optional.empty();
    }

    private Optional<IrValue> loaded(IrInstruction load) {
        if (load.isOrdered()) {
            return Optional.empty(); // volatile: what the program says that nobody knows
        }
        Address address = addresses.read(load.operand(0));
        OptionalLong bytes = memory.size(load.value());
        if (address.offset().isEmpty() || bytes.isEmpty() || !isPrivate(address.base())) {
            return Optional.empty();
        }
        return memory.scalar(address.base(), address.offset().getAsLong(), Math.toIntExact(bytes.getAsLong()), load)
                .filter(content -> content.type().equals(load.value().type()))
                .filter(content -> isThereAlways(content, load));
    }

    /** Returns whether a value is there on every way to an instruction: from there on both stand for the same. */
    private boolean isThereAlways(IrValue value, IrInstruction before) {
        return value.asInstruction()
                .map(definition -> memory.flow().dominates(definition, before))
                .orElse(true);
    }

    /** Returns whether only the function itself can write to this: a stack slot whose address goes nowhere. */
    public boolean isPrivate(IrValue object) {
        Boolean known = isPrivate.get(object);
        if (known == null) {
            known = object.asInstruction()
                            .filter(i -> i.opcode() == Opcode.ALLOCA)
                            .isPresent()
                    && staysHere(object);
            isPrivate.put(object, known);
        }
        return known;
    }

    private static boolean staysHere(IrValue slot) {
        List<IrValue> open = new ArrayList<>(List.of(slot));
        while (!open.isEmpty()) {
            IrValue address = open.remove(open.size() - 1);
            for (IrValue user : address.users()) {
                Optional<IrInstruction> instruction = user.asInstruction();
                if (instruction.isEmpty() || !keeps(instruction.get(), address)) {
                    return false;
                }
                if (isDerived(instruction.get())) {
                    open.add(user);
                }
            }
        }
        return true;
    }

    private static boolean isDerived(IrInstruction user) {
        Opcode opcode = user.opcode();
        return opcode == Opcode.ELEMENT_ADDRESS || opcode == Opcode.BIT_CAST || opcode == Opcode.ADDRESS_SPACE_CAST;
    }

    private static boolean keeps(IrInstruction user, IrValue address) {
        Opcode opcode = user.opcode();
        if (opcode == Opcode.LOAD || isDerived(user)) {
            return true;
        }
        if (opcode == Opcode.STORE) {
            return !user.operand(0).equals(address);
        }
        return opcode == Opcode.CALL && (Writes.isCopy(user) || Writes.isFill(user) || isMarker(user));
    }

    private static boolean isMarker(IrInstruction call) {
        return call.calledFunction()
                .filter(f -> f.name().startsWith("llvm.lifetime.") || f.name().startsWith("llvm.dbg."))
                .isPresent();
    }
}
