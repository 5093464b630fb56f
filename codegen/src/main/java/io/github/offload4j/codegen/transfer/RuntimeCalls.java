package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.RuntimeState;
import io.github.offload4j.codegen.abi.RuntimeState.Role;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells which calls of the program's own reach the runtime, at any depth of the bodies that the module has. Attributes have
 * no say: the runtime's state is memory that no declaration speaks of.
 */
final class RuntimeCalls {
    private final Map<IrValue, Set<Role>> known = new HashMap<>();

    /** What a function that is not named may be. */
    private static final Set<Role> ANY = EnumSet.of(Role.MAPPINGS, Role.DEFAULT_DEVICE);

    /** Returns what a call may ask of the runtime. */
    Set<Role> of(IrInstruction call) {
        return call.calledFunction().map(this::of).orElseGet(() -> unnamed(call));
    }

    /** A pointer, an alias or an ifunc may be any function; assembly does not call the runtime. */
    private static Set<Role> unnamed(IrInstruction call) {
        return call.calledValue().isInlineAssembly() ? Set.of() : ANY;
    }

    private Set<Role> of(IrFunction function) {
        Set<Role> roles = known.get(function.value());
        if (roles == null) {
            roles = reached(function);
            known.put(function.value(), roles);
        }
        return roles;
    }

    /** Follows calls to bodies, each body once: functions may call each other in circles. */
    private static Set<Role> reached(IrFunction start) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<IrValue> seen = new HashSet<>();
        Deque<IrFunction> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            IrFunction function = open.remove();
            if (seen.add(function.value())) {
                roles.add(RuntimeState.of(function.name()));
                for (IrInstruction instruction : function.instructions()) {
                    if (instruction.isCall()) {
                        instruction
                                .calledFunction()
                                .ifPresentOrElse(open::add, () -> roles.addAll(unnamed(instruction)));
                    }
                }
            }
        }
        return roles;
    }
}
