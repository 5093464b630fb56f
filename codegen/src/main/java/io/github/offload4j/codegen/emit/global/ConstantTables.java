package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The private constant arrays of 64-bit integers that a site hands to the runtime: {@code .offload_sizes.S} and
 * {@code .offload_maptypes.S.begin}, {@code .kernel} and {@code .end}. Sites of one kernel share equal ones.
 */
public final class ConstantTables {
    private final IrModule module;

    /** The tables by name and content in one text, which the virtual machine compares faster than a record. */
    private final Map<String, IrGlobal> tables = new LinkedHashMap<>();

    /** Makes the tables of one module. */
    public ConstantTables(IrModule module) {
        this.module = module;
    }

    public IrValue sizes(String site, long[] sizes) {
        return get(".offload_sizes." + site, sizes);
    }

    public IrValue mapTypes(String site, String call, long[] mapTypes) {
        return get(".offload_maptypes." + site + "." + call, mapTypes);
    }

    /** Returns the functions that map entries, or null where none does. */
    public IrValue mappers(String site, List<Optional<IrFunction>> mappers) {
        IrContext context = module.context();
        if (mappers.stream().allMatch(Optional::isEmpty)) {
            return context.nullPointer();
        }
        List<IrValue> functions = mappers.stream()
                .map(mapper -> mapper.map(IrFunction::value).orElse(context.nullPointer()))
                .toList();
        String name = ".offload_mappers." + site;
        return tables.computeIfAbsent(
                        name + functions.stream().map(IrValue::name).toList(),
                        key -> make(name, context.constantArray(context.pointer(), functions)))
                .value();
    }

    private IrValue get(String name, long[] content) {
        return tables.computeIfAbsent(
                        name + Arrays.toString(content),
                        key -> make(name, module.context().constantArray(content)))
                .value();
    }

    private IrGlobal make(String name, IrValue array) {
        return module.addGlobal(name, array.type(), Linkage.PRIVATE)
                .constant(array)
                .unnamedAddress();
    }

    /** Deletes the tables that no call took in the end. */
    public void deleteUnused() {
        tables.values().forEach(IrGlobal::deleteIfUnused);
        tables.clear();
    }
}
