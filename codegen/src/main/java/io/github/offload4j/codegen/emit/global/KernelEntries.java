package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The globals of each kernel: {@code .S.region_id}, whose address identifies it on the host, and its entry. */
public final class KernelEntries {
    private final IrModule module;
    private final OffloadEntries table;
    private final Map<String, IrValue> regionIds = new LinkedHashMap<>();
    private final Map<String, Set<List<String>>> launched = new LinkedHashMap<>();

    /** Makes the entries of one module. */
    public KernelEntries(IrModule module, OffloadEntries table) {
        this.module = module;
        this.table = table;
    }

    /**
     * Returns the region id of a kernel, making its globals when it is the first launch.
     *
     * @param parameterTypes the types of the launch's arguments
     */
    public IrValue regionId(String kernel, List<String> parameterTypes) {
        launched.computeIfAbsent(kernel, first -> new LinkedHashSet<>()).add(parameterTypes);
        IrValue known = regionIds.get(kernel);
        if (known != null) {
            return known;
        }
        IrValue regionId = makeRegionId(kernel);
        regionIds.put(kernel, regionId);
        table.add(kernel, regionId, 0);
        return regionId;
    }

    /** Returns what was launched, kernel by kernel, in the order of the first launches. */
    public List<KernelSignature> launched() {
        return launched.entrySet().stream()
                .flatMap(kernel -> kernel.getValue().stream().map(types -> new KernelSignature(kernel.getKey(), types)))
                .toList();
    }

    private IrValue makeRegionId(String kernel) {
        IrContext context = module.context();
        // Two modules of a program may each have a kernel of this name; only the linker wrapper merges them.
        return module.addGlobal(
                        "." + kernel + ".region_id",
                        context.integer(Byte.SIZE),
                        table.isCollectedByLinker() ? Linkage.WEAK : Linkage.INTERNAL)
                .constant(context.constant(Byte.SIZE, 0))
                .value();
    }
}
