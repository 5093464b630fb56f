package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry that a site maps: what its begin call, or its launch when that maps by itself, and its end calls say of it.
 *
 * @param index its number, from 0
 * @param call the call that maps it
 * @param entry what that call's tables say
 * @param pointer the host address
 * @param copiesIn whether it is certainly copied to the device when it is new
 * @param mayCopyIn whether it may be
 * @param copiesBack whether it is certainly copied back when the last reference goes
 * @param mayCopyBack whether it may be
 */
record MappedEntry(
        int index,
        RuntimeCall call,
        TableEntry entry,
        IrValue pointer,
        boolean copiesIn,
        boolean mayCopyIn,
        boolean copiesBack,
        boolean mayCopyBack) {

    String label() {
        return CheckContext.argument(call, index);
    }

    /** Returns the entries that a site maps and unmaps itself, and whose address is known. */
    static List<MappedEntry> of(OffloadSite site) {
        List<MappedEntry> mapped = new ArrayList<>();
        site.begin().ifPresent(begin -> add(begin, site.ends(), mapped));
        if (site.begin().isEmpty()) {
            for (Launch launch : site.launches()) {
                add(launch.call(), List.of(launch.call()), mapped);
            }
        }
        return mapped;
    }

    /** Returns the entries that a site updates, whose address is known; a strided one says its size elsewhere. */
    static List<MappedEntry> updated(OffloadSite site) {
        List<MappedEntry> updated = new ArrayList<>();
        for (RuntimeCall call : site.calls()) {
            if (call.kind() == RuntimeCall.Kind.UPDATE) {
                add(call, List.of(call), updated);
            }
        }
        return updated.stream().filter(entry -> !entry.isPart()).toList();
    }

    private static void add(RuntimeCall begin, List<RuntimeCall> ends, List<MappedEntry> mapped) {
        for (int i = 0; i < begin.entries().size(); i++) {
            TableEntry entry = begin.entries().get(i);
            if (entry.pointer().isEmpty() || !isMapped(entry)) {
                continue;
            }
            int index = i;
            List<TableEntry> last = ends.stream()
                    .filter(end -> end.entries().size() > index)
                    .map(end -> end.entries().get(index))
                    .toList();
            // without an end call here, somebody else decides what is copied back
            boolean elsewhere = last.isEmpty();
            mapped.add(new MappedEntry(
                    i,
                    begin,
                    entry,
                    entry.pointer().get(),
                    entry.has(MapFlag.TO),
                    entry.mayHave(MapFlag.TO),
                    !elsewhere && last.stream().allMatch(e -> e.has(MapFlag.FROM)),
                    elsewhere || last.stream().anyMatch(e -> e.mayHave(MapFlag.FROM))));
        }
    }

    private static boolean isMapped(TableEntry entry) {
        return !entry.mayHave(MapFlag.LITERAL) && !entry.mayHave(MapFlag.PRIVATE);
    }

    /** Returns whether the same call maps both. */
    boolean isOfCall(MappedEntry other) {
        return call.instruction().equals(other.call.instruction());
    }

    /** Returns whether it is part of a larger mapping, or has a meaning that depends on another entry or a function. */
    boolean isPart() {
        return entry.mapper() instanceof TableEntry.Mapper.Named
                || (entry.flags().possible() >>> 48) != 0
                || entry.mayHave(MapFlag.PTR_AND_OBJ)
                || entry.mayHave(MapFlag.ATTACH)
                || entry.mayHave(MapFlag.NON_CONTIGUOUS);
    }
}
