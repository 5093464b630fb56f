package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.LaunchForm;
import io.github.offload4j.codegen.abi.LaunchForm.Bounds;
import io.github.offload4j.codegen.abi.LaunchForm.Place;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.global.Images;
import io.github.offload4j.codegen.emit.support.AliasCheck;
import io.github.offload4j.codegen.emit.support.AliasUnion;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Optional;

/** Lays a site out: converts the arguments, makes aliases agree, reserves what the entries need then, and fills it. */
final class SiteLayout {
    private final EntryBuilder entries;
    private final Frame.Memory memory;
    private final Images images;
    private final Members members;
    private final Aliases aliases;
    private final AliasUnion union;
    private final AliasCheck check;

    SiteLayout(
            EntryBuilder entries,
            Members members,
            Frame.Memory memory,
            Images images,
            AliasUnion union,
            AliasCheck check) {
        this.entries = entries;
        this.members = members;
        this.memory = memory;
        this.images = images;
        this.aliases = new Aliases(memory.context());
        this.union = union;
        this.check = check;
    }

    /**
     * A site whose memory is filled.
     *
     * @param table the entries
     * @param frame the memory
     * @param stores what was stored for each entry
     * @param united whether a helper adds up the directions of entries on one memory
     */
    record Laid(EntryTable table, Frame frame, List<ArgumentArrays.Stores> stores, boolean united) {}

    /** Emits everything that comes before the site's first call. */
    Laid lay(SitePlan plan, Optional<SourceLocation> location, IrBuilder builder) {
        Frame frame = new Frame(memory, plan);
        List<List<Entry>> owned = entries.build(plan, builder);
        boolean copied = plan.mappingPhases().isEmpty();
        EntryTable converted = table(plan, owned, frame, builder);
        Aliases.United united = copied
                ? new Aliases.United(converted.own(), false) // copied one after the other
                : aliases.unite(converted.own(), plan.mappingPhases(), builder);
        EntryTable table = converted.withOwn(united.entries());
        try (IrBuilder entry = builder.pastAllocas()) {
            frame.reserveArrays(table.shapes(), entry);
            if (plan.oneLaunch()) {
                frame.reserveKernelArguments(entry);
            }
            frame.arrays().copyConstants(entry);
        }
        List<ArgumentArrays.Stores> stores = frame.arrays().fill(table.entries(), builder);
        if (!copied) {
            lookForAliases(plan, table, frame.arrays(), united.inLoop(), location, builder);
        }
        return new Laid(table, frame, stores, united.inLoop());
    }

    /** Puts the entries in their order: around the arguments those that nobody wrote, and behind them the members. */
    private EntryTable table(SitePlan plan, List<List<Entry>> owned, Frame frame, IrBuilder builder) {
        if (!plan.isSite()) {
            return members.add(EntryTable.of(List.of(), owned, List.of()), plan, builder);
        }
        LaunchForm form = images.launchForm();
        List<Entry> bounds = form.bounds() == Bounds.NONE
                ? List.of()
                : List.of(EntryBuilder.boundsOf(frame.kernelArguments(builder)));
        EntryTable table = form.bounds() == Bounds.LAST
                ? EntryTable.of(List.of(), owned, bounds)
                : EntryTable.of(bounds, owned, List.of());
        if (form.place() == Place.NONE) {
            return members.add(table, plan, builder);
        }
        // the last entry that a launch takes is the place, and one that maps takes the members as well
        boolean counted = form.place() == Place.COUNTED;
        return plan.usage() == Usage.FUSED
                ? members.add(table, plan, builder).closed(entries.place(), counted)
                : members.add(table.closed(entries.place(), counted), plan, builder);
    }

    private void lookForAliases(
            SitePlan plan,
            EntryTable table,
            ArgumentArrays arrays,
            boolean inLoop,
            Optional<SourceLocation> location,
            IrBuilder builder) {
        List<Phase> phases = plan.mappingPhases();
        IrValue beginTypes = arrays.mapTypes(phases.get(0));
        IrValue endTypes = arrays.mapTypes(phases.get(phases.size() - 1));
        if (inLoop) {
            ArgumentArrays.Addresses at = arrays.addresses(builder);
            union.call(table.own().size(), at.begins(), at.sizes(), beginTypes, endTypes, builder);
        }
        if (plan.isSite() && memory.conventions().checkAliases() && Aliases.anyMayOverlap(table.own())) {
            ArgumentArrays.Addresses at = arrays.addresses(builder);
            String function = builder.function().name();
            List<ArgumentLabel> labels = table.labels().subList(0, table.own().size());
            check.call(at.begins(), at.sizes(), beginTypes, function, location, labels, builder);
        }
    }
}
