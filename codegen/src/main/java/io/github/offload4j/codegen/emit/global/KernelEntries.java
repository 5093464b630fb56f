package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.ir.AppendingArrays;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The globals of each kernel: {@code .S.region_id}, whose address identifies it on the host,
 * {@code .offloading.entry_name.S}, and the entry that ties the two together.
 */
public final class KernelEntries {
    private final IrModule module;
    private final RuntimeTypes types;
    private final Conventions conventions;
    private final Map<String, IrValue> regionIds = new LinkedHashMap<>();
    private final List<IrValue> entries = new ArrayList<>();
    private final Set<KernelSignature> launched = new LinkedHashSet<>();

    /** Makes the entries of one module. */
    public KernelEntries(IrModule module, RuntimeTypes types, Conventions conventions) {
        this.module = module;
        this.types = types;
        this.conventions = conventions;
    }

    /**
     * Returns the region id of a kernel, making its globals when it is the first launch.
     *
     * @param parameterTypes the types of the launch's arguments
     */
    public IrValue regionId(String kernel, List<String> parameterTypes) {
        launched.add(new KernelSignature(kernel, parameterTypes));
        IrValue known = regionIds.get(kernel);
        if (known != null) {
            return known;
        }
        IrValue regionId = makeRegionId(kernel);
        regionIds.put(kernel, regionId);
        IrValue entry = entry(regionId, makeName(kernel));
        if (isCollectedByLinker()) {
            makeEntry(kernel, entry);
        } else {
            entries.add(entry);
        }
        return regionId;
    }

    /** Returns what was launched, in the order of the first launches. */
    public Set<KernelSignature> launched() {
        return launched;
    }

    /** Returns the entries that are not globals yet, in the order of the first launches. */
    public List<IrValue> entryConstants() {
        return List.copyOf(entries);
    }

    private boolean isCollectedByLinker() {
        return conventions.rustc() || conventions.registration() == Registration.LINKER_WRAPPER;
    }

    private IrValue makeRegionId(String kernel) {
        IrContext context = module.context();
        // Two modules of a program may each have a kernel of this name; only the linker wrapper merges them.
        return module.addGlobal(
                        "." + kernel + ".region_id",
                        context.integer(Byte.SIZE),
                        isCollectedByLinker() ? Linkage.WEAK : Linkage.INTERNAL)
                .constant(context.constant(Byte.SIZE, 0))
                .value();
    }

    private IrValue makeName(String kernel) {
        IrValue text = module.context().constantText(kernel);
        return module.addGlobal(".offloading.entry_name." + kernel, text.type(), Linkage.INTERNAL)
                .constant(text)
                .unnamedAddress()
                .section(RuntimeConstants.ENTRY_NAME_SECTION)
                .aligned(1)
                .value();
    }

    private IrValue entry(IrValue regionId, IrValue name) {
        IrContext context = module.context();
        IrValue noBytes = context.constant(Long.SIZE, 0);
        IrValue flags = context.constant(Integer.SIZE, RuntimeConstants.ENTRY_FLAGS_KERNEL);
        StructLayout layout = conventions.abi().entryLayout();
        List<IrValue> fields = layout == StructLayout.LEGACY_ENTRY
                ? List.of(regionId, name, noBytes, flags, context.constant(Integer.SIZE, 0))
                : List.of(
                        context.constant(Long.SIZE, 0),
                        context.constant(Short.SIZE, RuntimeConstants.ENTRY_VERSION),
                        context.constant(Short.SIZE, RuntimeConstants.ENTRY_KIND_OPENMP),
                        flags,
                        regionId,
                        name,
                        noBytes,
                        context.constant(Long.SIZE, 0),
                        context.nullPointer());
        return context.constantStruct(types.of(layout), fields);
    }

    private void makeEntry(String kernel, IrValue entry) {
        IrType type = entry.type();
        IrValue global = module.addGlobal(".offloading.entry." + kernel, type, Linkage.WEAK)
                .constant(entry)
                .section(conventions.abi().entrySection())
                .aligned(conventions.abi().entryLayout().alignment())
                .value();
        AppendingArrays.append(module, "llvm.compiler.used", module.context().pointer(), List.of(global))
                .section(RuntimeConstants.METADATA_SECTION);
    }
}
