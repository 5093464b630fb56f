package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The code that runs only when the runtime has refused a launch. The program has no device then, and what it takes for
 * memory of a device is the host's: the runtime's allocators give such, and nothing has been mapped.
 */
final class RefusedCode {
    private final Set<IrInstruction> calls = new HashSet<>();
    private final Map<IrFunction, List<IrInstruction>> launches = new HashMap<>();

    /** The ways out of launches of those functions that were asked about. */
    private final Map<IrFunction, Set<Launch.Exit>> exits = new HashMap<>();

    private final Map<IrFunction, Set<IrBlock>> otherwise = new HashMap<>();

    /** Learns of the launches of a site. */
    void add(OffloadSite site) {
        for (Launch launch : site.launches()) {
            if (launch.refusal() instanceof Launch.Refusal.Calls handler) {
                calls.add(handler.by());
            } else if (launch.refusal() instanceof Launch.Refusal.Computes handler) {
                calls.add(handler.by());
            }
            launches.computeIfAbsent(site.function(), f -> new ArrayList<>())
                    .add(launch.call().instruction());
        }
    }

    /** Returns whether an instruction runs, or does anything, only when a launch has been refused. */
    boolean contains(IrInstruction instruction) {
        if (calls.contains(instruction)) {
            return true;
        }
        IrFunction function = instruction.function();
        Set<Launch.Exit> known = exits.computeIfAbsent(function, this::exits);
        return !known.isEmpty()
                && !otherwise.computeIfAbsent(function, f -> reached(f, known)).contains(instruction.block());
    }

    private Set<Launch.Exit> exits(IrFunction function) {
        Set<Launch.Exit> found = new HashSet<>();
        launches.getOrDefault(function, List.of()).forEach(launch -> found.addAll(Launch.refusedExits(launch)));
        return found;
    }

    /** Returns the blocks that the program gets to without a refused launch. */
    private static Set<IrBlock> reached(IrFunction function, Set<Launch.Exit> refused) {
        Set<IrBlock> reached = new HashSet<>();
        List<IrBlock> open = new ArrayList<>(List.of(function.blocks().get(0)));
        while (!open.isEmpty()) {
            IrBlock block = open.remove(open.size() - 1);
            if (reached.add(block)) {
                block.terminator()
                        .ifPresent(end -> end.successors().stream()
                                .filter(next -> !refused.contains(new Launch.Exit(block, next)))
                                .forEach(open::add));
            }
        }
        return reached;
    }
}
