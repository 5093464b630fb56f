package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Everything that functions come to: what they call and use, what that begins with, and so on. */
final class Reach {
    private final Set<IrValue> reached = new LinkedHashSet<>();
    private final Deque<IrValue> open = new ArrayDeque<>();

    private Reach() {}

    /** Returns the functions themselves, and every function, variable and constant that they come to. */
    static Set<IrValue> of(Collection<IrFunction> functions) {
        Reach reach = new Reach();
        functions.forEach(function -> reach.add(function.value()));
        while (!reach.open.isEmpty()) {
            reach.follow(reach.open.pop());
        }
        return reach.reached;
    }

    private void add(IrValue value) {
        boolean leadsOn = value.asFunction().isPresent()
                || value.isGlobalVariable()
                || !ConstantFacts.parts(value).isEmpty();
        if (leadsOn && reached.add(value)) {
            open.push(value);
        }
    }

    private void follow(IrValue value) {
        if (value.asFunction().isPresent()) {
            value.asFunction()
                    .get()
                    .instructions()
                    .forEach(instruction -> instruction.operands().forEach(this::add));
        } else if (value.isGlobalVariable()) {
            ConstantFacts.initialValue(value).ifPresent(this::add);
        } else {
            ConstantFacts.parts(value).forEach(this::add);
        }
    }
}
