package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.emit.Emission;
import io.github.offload4j.codegen.emit.site.DataCalls;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.Transfers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the data of a module's sites on the device from one site of a function to the next, and around calls of functions with
 * sites, where that is proved right.
 */
public final class TransferOptimizer {
    private final IrModule module;
    private final Emission emission;

    private TransferOptimizer(IrModule module, Emission emission) {
        this.module = module;
        this.emission = emission;
    }

    /**
     * Changes the sites that an emission has recorded: where transfers are resident, their data stays on the device; where they
     * are not, their memory stays pinned where the data could have stayed.
     *
     * @param module a module whose functions with sites are complete
     * @return what became of each site, in the order in which they were emitted, and then of calls of functions with sites
     * @throws OffloadException when a function with sites has a block without an end, or the module is not well formed
     */
    public static List<TransferRemark> run(IrModule module, Emission emission, Transfers transfers) {
        return emission.records().isEmpty() ? List.of() : new TransferOptimizer(module, emission).run(transfers);
    }

    private List<TransferRemark> run(Transfers transfers) {
        Map<IrFunction, List<SiteRecord>> all = liveSites();
        Map<IrFunction, List<SiteRecord>> functions = new LinkedHashMap<>(all);
        functions.values().removeIf(sites -> sites.stream().allMatch(SiteRecord::isDeep));
        functions.keySet().forEach(TransferOptimizer::requireComplete);
        module.verify();
        List<FunctionPlan> plans = new ArrayList<>();
        CallSites around;
        try (KernelBodies kernels = new KernelBodies(emission.kernelsOnHost(), emission.kernelSources());
                HeldCalls held = HeldCalls.of(module, emission, functions, kernels)) {
            around = held.sites();
            around.addTo(all);
            HostCode code = HostCode.of(module, held.code());
            CalleeAccess callees = new CalleeAccess(held.whole(), kernels);
            all.forEach(
                    (function, sites) -> plans.add(new FunctionPlan(module, function, code, sites, around, callees)));
        }
        if (transfers != Transfers.RESIDENT) {
            plans.forEach(plan -> new PinWriter(plan, emission.dataCalls()).write());
            around.erase();
            return List.of();
        }
        Map<SiteRecord, TransferRemark> remarks = new HashMap<>();
        plans.forEach(plan -> remarks.putAll(new Remarks(plan).all()));
        DataCalls code = emission.dataCalls();
        plans.forEach(plan -> new RegionWriter(plan, code).write());
        List<TransferRemark> told = new ArrayList<>();
        for (SiteRecord site : emission.records()) {
            Optional.ofNullable(remarks.get(site)).ifPresent(told::add);
        }
        told.addAll(around.left());
        return List.copyOf(told);
    }

    private static void requireComplete(IrFunction function) {
        if (!FunctionShape.isComplete(function)) {
            throw new OffloadException(
                    Reason.STATE,
                    "function '" + function.name()
                            + "' has a block without an end; resident transfers need whole functions, so finish the"
                            + " function before the module");
        }
    }

    /** Returns the sites that are still as they were emitted, by function. */
    private Map<IrFunction, List<SiteRecord>> liveSites() {
        Map<IrValue, IrFunction> functions = new LinkedHashMap<>();
        module.functions().forEach(f -> functions.put(f.value(), f));
        Map<IrFunction, List<SiteRecord>> live = new LinkedHashMap<>();
        Map<IrFunction, Set<IrInstruction>> instructions = new HashMap<>();
        for (SiteRecord site : emission.records()) {
            IrFunction function = functions.get(site.function().value());
            if (function == null) {
                continue;
            }
            Set<IrInstruction> present = instructions.computeIfAbsent(function, f -> {
                Set<IrInstruction> all = new HashSet<>();
                f.blocks().forEach(block -> all.addAll(block.instructions()));
                return all;
            });
            if (present.containsAll(site.instructions())) {
                live.computeIfAbsent(function, f -> new ArrayList<>()).add(site);
            }
        }
        return live;
    }
}
