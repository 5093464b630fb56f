package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which calls may synchronize with other threads, at any depth of the bodies that the module has. What LLVM infers of
 * the memory that such a function touches does not say that another thread may touch other memory meanwhile.
 */
final class OrderedCalls {
    private final Map<IrFunction, Body> bodies = new HashMap<>();
    private final Map<IrFunction, Boolean> known = new HashMap<>();

    /**
     * What a function does itself.
     *
     * @param ordered whether it has a fence, an atomic operation, or a volatile access
     * @param called the functions that it calls, those of sites left out
     */
    private record Body(boolean ordered, List<IrFunction> called) {}

    boolean in(IrInstruction call) {
        return call.calledFunction()
                .filter(function -> known.computeIfAbsent(function, this::isReachedFrom))
                .isPresent();
    }

    private boolean isReachedFrom(IrFunction start) {
        Set<IrFunction> seen = new HashSet<>();
        Deque<IrFunction> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            IrFunction function = open.remove();
            if (seen.add(function)) {
                Body body = bodies.computeIfAbsent(function, OrderedCalls::read);
                if (body.ordered()) {
                    return true;
                }
                open.addAll(body.called());
            }
        }
        return false;
    }

    private static Body read(IrFunction function) {
        List<IrInstruction> all = function.instructions();
        List<IrFunction> called = all.stream()
                .filter(i -> i.isCall() && Helper.calledBy(i).isEmpty())
                .flatMap(i -> i.calledFunction().stream())
                .distinct()
                .toList();
        return new Body(all.stream().anyMatch(IrInstruction::isOrdered), called);
    }
}
