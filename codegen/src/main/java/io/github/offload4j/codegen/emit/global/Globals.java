package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.ir.IrModule;

/**
 * The makers of a module's globals.
 *
 * @param idents source locations
 * @param names names of arguments
 * @param tables constant sizes and map types
 * @param entries what host and device both know by name
 * @param kernels the kernels among them
 * @param variables the variables among them
 * @param images device images
 */
public record Globals(
        Ident idents,
        ArgumentNames names,
        ConstantTables tables,
        OffloadEntries entries,
        KernelEntries kernels,
        VariableEntries variables,
        Images images) {
    /**
     * Makes the globals of one module, none yet.
     *
     * @param collected whether the linker collects entries, which are globals then
     */
    public Globals(IrModule module, RuntimeTypes types, Conventions conventions, boolean collected) {
        this(module, types, conventions, new OffloadEntries(module, types, conventions.abi(), collected));
    }

    private Globals(IrModule module, RuntimeTypes types, Conventions conventions, OffloadEntries entries) {
        this(
                new Ident(module, types),
                new ArgumentNames(module),
                new ConstantTables(module),
                entries,
                new KernelEntries(module, entries),
                new VariableEntries(module, entries),
                new Images(module, types, conventions));
    }
}
