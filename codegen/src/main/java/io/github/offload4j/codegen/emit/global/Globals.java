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
 * @param entries entries of kernels
 * @param images device images
 */
public record Globals(Ident idents, ArgumentNames names, ConstantTables tables, KernelEntries entries, Images images) {
    /** Makes the globals of one module, none yet. */
    public Globals(IrModule module, RuntimeTypes types, Conventions conventions) {
        this(
                new Ident(module, types),
                new ArgumentNames(module),
                new ConstantTables(module),
                new KernelEntries(module, types, conventions),
                new Images(module, types, conventions));
    }
}
