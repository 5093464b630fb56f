package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.flow.ParameterAccess.FollowedPointer;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a function, and the functions that it calls, certainly do with the memory behind a parameter. What they may do
 * besides is for {@link ParameterBound} to say.
 */
final class AccessReader {
    private final ModuleFacts module;
    private final Set<IrValue> seen = new HashSet<>();
    private final List<FollowedPointer> followed = new ArrayList<>();
    private boolean reads;
    private boolean writes;

    private AccessReader(ModuleFacts module) {
        this.module = module;
    }

    /**
     * Reads a function of a module whose variables are values.
     *
     * @param parameter from 0, a pointer
     */
    static ParameterAccess read(ModuleFacts module, IrFunction function, int parameter) {
        AccessReader reader = new AccessReader(module);
        reader.follow(function.parameter(parameter), function, Optional.of(0L));
        return new ParameterAccess(
                ParameterBound.of(function, parameter), reader.reads, reader.writes, reader.followed);
    }

    private void follow(IrValue value, IrFunction function, Optional<Long> offset) {
        if (!seen.add(value)) {
            return;
        }
        FunctionFacts facts = module.of(function);
        for (PointerUse use : facts.uses().of(value)) {
            look(use, facts, offset);
        }
    }

    private void look(PointerUse use, FunctionFacts facts, Optional<Long> offset) {
        IrInstruction user = use.instruction();
        Opcode opcode = user.opcode();
        if (opcode == Opcode.LOAD) {
            reads = true;
            if (user.value().type().isPointer() && isFollowed(user.value(), facts)) {
                followed.add(new FollowedPointer(user, distance(use.pointer(), facts, offset)));
            }
        } else if (opcode == Opcode.STORE) {
            writes |= user.operand(1).equals(use.pointer());
        } else if (opcode == Opcode.ATOMIC_UPDATE || opcode == Opcode.ATOMIC_EXCHANGE) {
            reads |= user.operand(0).equals(use.pointer());
            writes |= user.operand(0).equals(use.pointer());
        } else if (opcode == Opcode.CALL) {
            called(use, facts, offset);
        }
    }

    private void called(PointerUse use, FunctionFacts facts, Optional<Long> offset) {
        IrInstruction call = use.instruction();
        List<IrValue> arguments = call.arguments();
        if (isCopyOrFill(call)) {
            if (arguments.get(0).equals(use.pointer())) {
                writes = true;
            } else {
                reads = true;
            }
            return;
        }
        Optional<IrFunction> callee = call.calledFunction().filter(f -> !f.isDeclaration() && !f.isReplaceable());
        if (callee.isEmpty()) {
            return;
        }
        long at = distance(use.pointer(), facts, offset);
        int parameters = callee.get().parameterTypes().size();
        for (int i = 0; i < Math.min(parameters, arguments.size()); i++) {
            if (arguments.get(i).equals(use.pointer())) {
                follow(callee.get().parameter(i), callee.get(), at < 0 ? Optional.empty() : Optional.of(at));
            }
        }
    }

    private static boolean isCopyOrFill(IrInstruction call) {
        return Writes.isCopy(call) || Writes.isFill(call);
    }

    private static long distance(IrValue pointer, FunctionFacts facts, Optional<Long> offset) {
        Address address = facts.pointers().address(pointer);
        return offset.isEmpty() || address.offset().isEmpty()
                ? -1
                : offset.get() + address.offset().getAsLong();
    }

    /** Whether a pointer that was taken out of memory is itself used to read or write memory. */
    private static boolean isFollowed(IrValue loaded, FunctionFacts facts) {
        return facts.uses().of(loaded).stream().anyMatch(use -> {
            IrInstruction user = use.instruction();
            Opcode opcode = user.opcode();
            return opcode == Opcode.LOAD
                    || (opcode == Opcode.STORE && user.operand(1).equals(use.pointer()))
                    || opcode == Opcode.ATOMIC_UPDATE
                    || opcode == Opcode.ATOMIC_EXCHANGE
                    || (opcode == Opcode.CALL && isCopyOrFill(user));
        });
    }
}
