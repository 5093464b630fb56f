package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.global.ArgumentNames;
import io.github.offload4j.codegen.emit.global.Globals;
import io.github.offload4j.codegen.emit.global.Ident;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Opens the sites of a module: from the plan to the begin call, in the order in which the IR has it. */
public final class SiteCode {
    private final IrContext context;
    private final Ident idents;
    private final ArgumentNames names;
    private final DeviceNumber devices;
    private final SiteLayout layout;
    private final DataCalls dataCalls;
    private final LaunchCode launches;
    private final MappedPointer mappedPointer;
    private final Consumer<SiteRecord> records;

    /**
     * Opens sites of one module.
     *
     * @param records gets what was emitted for each site
     */
    SiteCode(
            IrContext context,
            RuntimeDeclarations declarations,
            Globals globals,
            DeviceNumber devices,
            SiteLayout layout,
            DataCalls dataCalls,
            LaunchCode launches,
            Consumer<SiteRecord> records) {
        this.context = context;
        this.idents = globals.idents();
        this.names = globals.names();
        this.devices = devices;
        this.layout = layout;
        this.dataCalls = dataCalls;
        this.launches = launches;
        this.mappedPointer = new MappedPointer(context, declarations);
        this.records = records;
    }

    IrContext context() {
        return context;
    }

    DataCalls dataCalls() {
        return dataCalls;
    }

    LaunchCode launches() {
        return launches;
    }

    /**
     * Opens a site: its data is mapped when this returns, unless its one launch maps it; and its device addresses are known
     * when it is for host calls.
     *
     * @param alone whether nothing but its call runs while the data is mapped, in its thread
     */
    public Site open(SitePlan plan, boolean alone, IrBuilder builder) {
        SitePlace place = place(plan, builder);
        SiteLayout.Laid laid = layout.lay(plan, place.location(), builder);
        SiteRecord record = record(plan, place, laid);
        DefaultSite site = new DefaultSite(
                this, plan, place, laid, names(plan, place, laid.table()), callsData(plan), alone, record);
        site.begin(builder);
        switch (plan.usage()) {
            case LAUNCHED, FUSED, ENTERED, EXITED, UPDATED, HELD -> {}
            case RETURNED -> site.readDevicePointers(builder);
            case QUERIED -> askForDevicePointers(site, plan, place, builder);
        }
        return site;
    }

    /** Emits what is done to data without calling anything. */
    public void data(SitePlan plan, IrBuilder builder) {
        SitePlace place = place(plan, builder);
        SiteLayout.Laid laid = layout.lay(plan, place.location(), builder);
        ArgumentArrays arrays = laid.frame().arrays();
        IrValue names = names(plan, place, laid.table());
        dataCalls.emit(plan.dataCall(), place, names, arrays, arrays.addresses(builder), false, builder);
    }

    private SitePlace place(SitePlan plan, IrBuilder builder) {
        IrFunction function = builder.function();
        Optional<SourceLocation> location = plan.location().or(builder::sourceLocation);
        String reported = plan.spawner().orElse(function).name();
        IrValue ident = idents.at(location, reported);
        // a task takes along the number of the device that is meant
        IrValue device =
                plan.spawner().isPresent() ? devices.resolved(plan.device()) : devices.of(plan.device(), builder);
        return new SitePlace(function, reported, location, ident, device);
    }

    private static boolean callsData(SitePlan plan) {
        return !plan.launchMaps() && plan.mapsAny();
    }

    private IrValue names(SitePlan plan, SitePlace place, EntryTable table) {
        return names.of(plan.name(), table.labels(), place.location());
    }

    private SiteRecord record(SitePlan plan, SitePlace place, SiteLayout.Laid laid) {
        SiteRecord record = new SiteRecord(
                plan,
                place,
                entries(laid),
                laid.frame().arrays().slots(),
                laid.united(),
                laid.table().isDeep());
        records.accept(record);
        return record;
    }

    private static List<SiteRecord.Entry> entries(SiteLayout.Laid laid) {
        List<ArgumentArrays.Stores> stores = laid.stores();
        List<SiteRecord.Entry> entries = new ArrayList<>(stores.size());
        for (int i = 0; i < stores.size(); i++) {
            Entry entry = laid.table().entries().get(i);
            entries.add(new SiteRecord.Entry(
                    entry.label(),
                    entry.base(),
                    stores.get(i).pointer(),
                    stores.get(i).size(),
                    entry.size() instanceof Size.Known known ? OptionalLong.of(known.bytes()) : OptionalLong.empty(),
                    entry.mapTypes(),
                    entry.computedMapTypes()));
        }
        return entries;
    }

    private void askForDevicePointers(DefaultSite site, SitePlan plan, SitePlace place, IrBuilder builder) {
        if (plan.arguments().isEmpty()) {
            return;
        }
        IrValue number = builder.integerCast(place.device(), context.integer(Integer.SIZE), true);
        site.askForDevicePointers((pointer, name) -> mappedPointer.orHost(pointer, number, name, builder), builder);
    }
}
