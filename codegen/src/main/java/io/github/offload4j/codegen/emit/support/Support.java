package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.ir.IrModule;

/**
 * The makers of a module's helpers.
 *
 * @param launchCheck what follows a refused launch
 * @param guardedLaunch launches that may be left out
 * @param guardedData data calls that may be left out, or pin memory
 * @param pins pinned memory
 * @param aliasUnion directions of entries that may overlap
 * @param aliasCheck entries that overlap as the runtime does not map them
 * @param hostVersions kernels as functions of the host
 * @param drivers devices of libraries
 * @param statusCheck what follows a failed library call
 * @param mpi calls of MPI
 * @param nccl calls of NCCL
 */
public record Support(
        LaunchCheck launchCheck,
        GuardedLaunch guardedLaunch,
        GuardedData guardedData,
        Pins pins,
        AliasUnion aliasUnion,
        AliasCheck aliasCheck,
        HostVersions hostVersions,
        DriverCode drivers,
        StatusCheck statusCheck,
        MpiCode mpi,
        NcclCode nccl) {
    /** Makes the helpers of one module, none yet. */
    public Support(IrModule module, RuntimeTypes types, RuntimeDeclarations declarations) {
        this(module, types, declarations, new HelperFunctions(module));
    }

    private Support(IrModule module, RuntimeTypes types, RuntimeDeclarations declarations, HelperFunctions helpers) {
        this(module, types, declarations, helpers, new Pins(module, types, helpers));
    }

    private Support(
            IrModule module, RuntimeTypes types, RuntimeDeclarations declarations, HelperFunctions helpers, Pins pins) {
        this(
                new LaunchCheck(module, declarations, helpers),
                new GuardedLaunch(module, types, declarations, helpers),
                new GuardedData(module, declarations, helpers, pins),
                pins,
                new AliasUnion(module, helpers),
                new AliasCheck(module, declarations, helpers),
                new HostVersions(module),
                new DriverCode(module, types, declarations, helpers),
                new StatusCheck(module, declarations, helpers),
                new MpiCode(module),
                new NcclCode(module, helpers));
    }
}
