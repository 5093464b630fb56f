package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.ir.AppendingArrays;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that tie symbols of the device to addresses of the host: {@code .offloading.entry_name.S}, and where the
 * linker collects them {@code .offloading.entry.S}.
 */
public final class OffloadEntries {
    private final IrModule module;
    private final RuntimeTypes types;
    private final RuntimeAbi abi;
    private final boolean collected;
    private final List<IrValue> entries = new ArrayList<>();

    /**
     * Makes the entries of one module.
     *
     * @param collected whether the linker collects them
     */
    public OffloadEntries(IrModule module, RuntimeTypes types, RuntimeAbi abi, boolean collected) {
        this.module = module;
        this.types = types;
        this.abi = abi;
        this.collected = collected;
    }

    /** Returns the entries that are not globals yet, in the order in which they were added. */
    public List<IrValue> constants() {
        return List.copyOf(entries);
    }

    /** Returns whether the linker collects entries, which are globals then. */
    boolean isCollectedByLinker() {
        return collected;
    }

    /**
     * Adds an entry.
     *
     * @param symbol the symbol on the device
     * @param address the address on the host
     * @param bytes the size of a variable, 0 for a kernel
     */
    void add(String symbol, IrValue address, long bytes) {
        IrValue entry = entry(address, makeName(symbol), bytes);
        if (isCollectedByLinker()) {
            makeEntry(symbol, entry);
        } else {
            entries.add(entry);
        }
    }

    private IrValue makeName(String symbol) {
        IrValue text = module.context().constantText(symbol);
        return module.addGlobal(".offloading.entry_name." + symbol, text.type(), Linkage.INTERNAL)
                .constant(text)
                .unnamedAddress()
                .section(RuntimeConstants.ENTRY_NAME_SECTION)
                .aligned(1)
                .value();
    }

    private IrValue entry(IrValue address, IrValue name, long bytes) {
        IrContext context = module.context();
        IrValue size = context.constant(Long.SIZE, bytes);
        IrValue flags = context.constant(Integer.SIZE, RuntimeConstants.ENTRY_FLAGS);
        StructLayout layout = abi.entryLayout();
        List<IrValue> fields = layout == StructLayout.LEGACY_ENTRY
                ? List.of(address, name, size, flags, context.constant(Integer.SIZE, 0))
                : List.of(
                        context.constant(Long.SIZE, 0),
                        context.constant(Short.SIZE, RuntimeConstants.ENTRY_VERSION),
                        context.constant(Short.SIZE, RuntimeConstants.ENTRY_KIND_OPENMP),
                        flags,
                        address,
                        name,
                        size,
                        context.constant(Long.SIZE, 0),
                        context.nullPointer());
        return context.constantStruct(types.of(layout), fields);
    }

    private void makeEntry(String symbol, IrValue entry) {
        IrType type = entry.type();
        IrValue global = module.addGlobal(".offloading.entry." + symbol, type, Linkage.WEAK)
                .constant(entry)
                .section(abi.entrySection())
                .aligned(abi.entryLayout().alignment())
                .value();
        AppendingArrays.append(module, "llvm.compiler.used", module.context().pointer(), List.of(global))
                .section(RuntimeConstants.METADATA_SECTION);
    }
}
