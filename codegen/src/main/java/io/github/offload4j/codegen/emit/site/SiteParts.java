package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.emit.global.Globals;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.emit.support.Support;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.function.Consumer;

/**
 * The parts that a module's sites are made by, put together.
 *
 * @param rules what is refused
 * @param code opens sites
 * @param dataCalls data calls
 * @param libraryCalls calls of host functions
 * @param tasks asynchronous sites
 */
public record SiteParts(
        SiteRules rules, SiteCode code, DataCalls dataCalls, LibraryCalls libraryCalls, TaskCode tasks) {
    /**
     * Puts the parts for one module together.
     *
     * @param restrictions what the preset leaves out
     * @param records gets what was emitted for each site
     */
    public static SiteParts of(
            IrModule module,
            RuntimeTypes types,
            RuntimeDeclarations declarations,
            Conventions conventions,
            Globals globals,
            Support support,
            Restrictions restrictions,
            Consumer<SiteRecord> records) {
        IrContext context = module.context();
        Extents extents = new Extents(module);
        DeviceNumber devices = new DeviceNumber(context, declarations);
        DataCalls dataCalls = new DataCalls(context, declarations, support, conventions.pinning(), globals, devices);
        LaunchCode launches = new LaunchCode(context, declarations, conventions, globals, support, extents);
        StructureMemory structures = new StructureMemory(module);
        Formulas formulas = new Formulas(module, structures, support.statusCheck());
        EntryBuilder entries = new EntryBuilder(context, extents, formulas);
        Frame.Memory memory = new Frame.Memory(context, types, globals.tables(), conventions);
        SiteLayout layout = new SiteLayout(
                entries,
                new Members(module, conventions, extents, declarations, structures, formulas),
                memory,
                globals.images(),
                support.aliasUnion(),
                support.aliasCheck());
        return new SiteParts(
                new SiteRules(module, extents, conventions, restrictions),
                new SiteCode(context, declarations, globals, devices, layout, dataCalls, launches, records),
                dataCalls,
                new LibraryCalls(
                        module,
                        restrictions,
                        declarations,
                        support.drivers(),
                        support.launchCheck(),
                        support.statusCheck(),
                        support.mpi(),
                        support.nccl()),
                new TaskCode(module, restrictions, declarations, globals.idents(), devices, extents));
    }
}
