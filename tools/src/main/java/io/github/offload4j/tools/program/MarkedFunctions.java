package io.github.offload4j.tools.program;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the functions whose code decides which memory a marked call maps. */
final class MarkedFunctions {
    private static final String MARK = "offload";

    private MarkedFunctions() {}

    /** Returns what is called by functions that come to a marked call. */
    static List<IrFunction> calledBeside(IrModule module) {
        Map<IrFunction, Set<IrFunction>> called = new LinkedHashMap<>();
        Map<IrFunction, List<IrFunction>> callers = new LinkedHashMap<>();
        Deque<IrFunction> open = new ArrayDeque<>();
        for (IrFunction function : module.functions()) {
            Set<IrFunction> callees = called.computeIfAbsent(function, f -> new LinkedHashSet<>());
            for (IrInstruction call : function.instructions()) {
                if (!call.isCall()) {
                    continue;
                }
                call.calledFunction().filter(f -> !f.isDeclaration()).ifPresent(callees::add);
                if (call.bundleTags().contains(MARK)) {
                    open.add(function);
                }
            }
            callees.forEach(
                    f -> callers.computeIfAbsent(f, c -> new ArrayList<>()).add(function));
        }
        Set<IrFunction> reaching = new HashSet<>();
        Set<IrFunction> beside = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            IrFunction function = open.remove();
            if (reaching.add(function)) {
                beside.addAll(called.getOrDefault(function, Set.of()));
                open.addAll(callers.getOrDefault(function, List.of()));
            }
        }
        beside.removeIf(function -> Attributes.onFunction(function, "noinline"));
        return new ArrayList<>(beside);
    }
}
