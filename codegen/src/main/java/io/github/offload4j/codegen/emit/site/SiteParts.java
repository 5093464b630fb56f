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
 * The parts that a module's sites are made by, put together: the only place where the preset chooses between them.
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
     * @param records gets what was emitted for each site
     */
    public static SiteParts of(
            IrModule module,
            RuntimeTypes types,
            RuntimeDeclarations declarations,
            Conventions conventions,
            Globals globals,
            Support support,
            Consumer<SiteRecord> records) {
        IrContext context = module.context();
        Extents extents = new Extents(module, conventions);
        DeviceNumber devices = new DeviceNumber(context, declarations, conventions);
        DataCalls dataCalls = new DataCalls(context, declarations, support, conventions.pinning(), globals, devices);
        LaunchCode launches = new LaunchCode(context, declarations, conventions, globals, support, devices, extents);
        EntryBuilder entries = new EntryBuilder(context, conventions, extents);
        Frame.Memory memory = new Frame.Memory(context, types, globals.tables(), conventions);
        SiteLayout layout = conventions.rustc()
                ? new RustcLayout(entries, memory)
                : new DefaultLayout(
                        entries,
                        new Members(module, conventions, extents, declarations),
                        memory,
                        globals.images(),
                        support.aliasUnion(),
                        support.aliasCheck());
        return new SiteParts(
                new SiteRules(module, extents, conventions),
                new SiteCode(
                        context, conventions, declarations, globals, devices, layout, dataCalls, launches, records),
                dataCalls,
                new LibraryCalls(
                        module,
                        conventions,
                        declarations,
                        support.drivers(),
                        support.launchCheck(),
                        support.statusCheck()),
                new TaskCode(module, conventions, declarations, globals.idents(), devices, extents));
    }
}
