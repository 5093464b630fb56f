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

    /** Returns what a call may ask of the runtime; nothing when it names no function. */
    Set<Role> of(IrInstruction call) {
        return call.calledFunction().map(this::of).orElse(Set.of());
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
                        instruction.calledFunction().ifPresent(open::add);
                    }
                }
            }
        }
        return roles;
    }
}
