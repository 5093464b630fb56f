package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.PointerOrigin;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PointerFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every pointer of a function that may be computed from an object's address, and whether the address gets to where it
 * cannot be followed.
 */
final class PointerClosure {
    private final IrValue object;
    private final FunctionFacts facts;
    private final CodeFacts code;
    private final OwnMemory own;
    private final Set<IrValue> derived = new HashSet<>();
    private final List<IrInstruction> compares = new ArrayList<>();
    private final boolean exclusive;
    private boolean escapes;

    PointerClosure(IrValue object, FunctionFacts facts, CodeFacts code, OwnMemory own) {
        this.object = object;
        this.facts = facts;
        this.code = code;
        this.own = own;
        this.exclusive = isExclusive();
        List<IrValue> open = new ArrayList<>(List.of(object));
        while (!open.isEmpty()) {
            IrValue value = open.remove(open.size() - 1);
            if (derived.add(value)) {
                for (IrValue user : value.users()) {
                    Optional<IrInstruction> instruction =
                            user.asInstruction().filter(i -> i.function().equals(facts.function()));
                    instruction.ifPresent(i -> follow(i, value, open));
                }
            }
        }
        escapes |= !compares.stream().allMatch(this::tellsNothing);
    }

    /** Who knows how an address compares with others can find out the address. */
    private boolean tellsNothing(IrInstruction compare) {
        return compare.operands().stream().allMatch(operand -> derived.contains(operand) || operand.isNullConstant());
    }

    private boolean isExclusive() {
        PointerOrigin.Kind kind = facts.pointers().origin(object).kind();
        return kind == PointerOrigin.Kind.STACK || kind == PointerOrigin.Kind.HEAP || PointerFacts.isExclusive(object);
    }

    private void follow(IrInstruction user, IrValue value, List<IrValue> open) {
        Opcode opcode = user.opcode();
        switch (opcode) {
            case ADDRESS_SPACE_CAST, BIT_CAST, FREEZE, PHI, SELECT, ELEMENT_ADDRESS -> open.add(user.value());
            case LOAD, RETURN -> {
                // the address itself goes nowhere
            }
            case COMPARE -> compares.add(user);
            case STORE -> {
                if (user.operand(0).equals(value)) {
                    stored(user, open);
                }
            }
            case ATOMIC_UPDATE, ATOMIC_EXCHANGE ->
                escapes |= user.operands().subList(1, user.operands().size()).contains(value);
            case CALL, INVOKE -> escapes |= !own.isOwn(user) && captures(user, value);
            default -> escapes = true;
        }
    }

    private void stored(IrInstruction store, List<IrValue> open) {
        IrValue place = facts.pointers().address(store.operand(1)).base();
        if (own.isArray(place)) {
            return;
        }
        if (!facts.values().isPrivate(place)) {
            escapes = true;
            return;
        }
        List<IrValue> addresses = new ArrayList<>(List.of(place));
        while (!addresses.isEmpty()) {
            for (IrValue user : addresses.remove(addresses.size() - 1).users()) {
                IrInstruction instruction = user.asInstruction().orElseThrow();
                switch (instruction.opcode()) {
                    case LOAD -> {
                        if (user.type().isPointer()) {
                            open.add(user);
                        } else {
                            escapes = true;
                        }
                    }
                    case STORE -> {
                        // another value for the same slot
                    }
                    case ELEMENT_ADDRESS, BIT_CAST, ADDRESS_SPACE_CAST -> addresses.add(user);
                    case CALL -> escapes |= isCopy(instruction);
                    default -> escapes = true;
                }
            }
        }
    }

    private static boolean isCopy(IrInstruction call) {
        return call.calledFunction()
                .filter(f -> f.name().startsWith("llvm.memcpy.") || f.name().startsWith("llvm.memmove."))
                .isPresent();
    }

    private boolean captures(IrInstruction call, IrValue pointer) {
        if (call.calledFunction().filter(PointerClosure::keepsNothing).isPresent()) {
            return false;
        }
        List<IrValue> arguments = call.arguments();
        boolean captured = call.calledValue().equals(pointer);
        for (int i = 0; i < arguments.size(); i++) {
            captured |= arguments.get(i).equals(pointer) && !code.keepsNothingOf(call, i);
        }
        return captured
                || call.operandBundles().stream().anyMatch(b -> b.values().contains(pointer));
    }

    private static boolean keepsNothing(IrFunction callee) {
        String name = callee.name();
        return Deallocators.contains(callee)
                || (callee.isIntrinsic()
                        && (name.startsWith("llvm.mem")
                                || name.startsWith("llvm.lifetime.")
                                || name.startsWith("llvm.dbg.")));
    }

    /** Returns the object, parameter or other value that the pointers start from. */
    IrValue object() {
        return object;
    }

    /** Returns whether a pointer may point into the object because it is computed from its address. */
    boolean contains(IrValue pointer) {
        return derived.contains(pointer);
    }

    /**
     * Returns whether nobody but this function, through these pointers, touches the memory while the function runs: a stack
     * variable, memory that the function has allocated, or a {@code noalias} parameter, whose address stays here.
     */
    boolean isPrivate() {
        return exclusive && !escapes;
    }

    /** Returns whether this is a variable on the stack. */
    boolean isVariable() {
        return facts.pointers().origin(object).kind() == PointerOrigin.Kind.STACK;
    }

    /**
     * Returns whether nobody else even knows the address: a variable or an allocation of this function's, whose address stays
     * here.
     */
    boolean isHidden() {
        return isPrivate() && !PointerFacts.isExclusive(object);
    }
}
