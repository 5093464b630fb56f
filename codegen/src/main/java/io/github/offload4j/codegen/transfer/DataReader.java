package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.MemoryUse;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the data that the sites of a function map, and what of it has to stay apart. */
final class DataReader {
    private static final MapType BEGIN_FLAGS = MapType.of(MapFlag.TO, MapFlag.RETURN_PARAM);
    private static final MapType END_FLAGS = MapType.of(MapFlag.FROM);
    private static final List<MapFlag> MODIFIERS =
            Arrays.stream(MapModifier.values()).map(MapModifier::flag).toList();

    private final FunctionFacts facts;
    private final CodeFacts code;
    private final OwnMemory own;
    private final HostAccess host;
    private final CalleeAccess callees;
    private final Expressions expressions;
    private final Map<IrValue, PointerClosure> closures = new HashMap<>();
    private final Map<MappedData.Key, MappedData> found = new LinkedHashMap<>();

    DataReader(FunctionFacts facts, CodeFacts code, OwnMemory own, HostAccess host, CalleeAccess callees) {
        this.facts = facts;
        this.code = code;
        this.own = own;
        this.host = host;
        this.callees = callees;
        this.expressions = new Expressions(facts);
    }

    List<MappedData> read(List<SiteRecord> sites) {
        for (SiteRecord site : sites) {
            for (int i = 0; i < site.entries().size(); i++) {
                SiteRecord.Entry entry = site.entries().get(i);
                if (site.begin().isPresent() && !entry.begin().has(MapFlag.LITERAL)) {
                    Occurrence occurrence = new Occurrence(
                            site,
                            i,
                            entry.begin().has(MapFlag.TO),
                            entry.end().has(MapFlag.FROM),
                            modifier(entry),
                            false);
                    data(occurrence).occurrences().add(occurrence);
                }
            }
        }
        List<MappedData> all = new ArrayList<>(found.values());
        setApartWhatOverlaps(all);
        all.forEach(this::trim);
        all.forEach(DataReader::setScratchApart);
        return all;
    }

    private MappedData data(Occurrence occurrence) {
        SiteRecord.Entry entry = occurrence.entry();
        Expression size = entry.size()
                .map(store -> expressions.number(store.operand(0)))
                .orElseGet(() -> Expression.of("bytes " + entry.bytes().orElse(0)));
        MappedData.Key key = new MappedData.Key(
                expressions.place(occurrence.pointer()),
                size,
                expressions.device(occurrence.site().device()));
        return found.computeIfAbsent(key, k -> {
            IrValue object = facts.pointers().address(occurrence.pointer()).base();
            return new MappedData(k, closures.computeIfAbsent(object, o -> new PointerClosure(o, facts, code, own)));
        });
    }

    private static Optional<String> modifier(SiteRecord.Entry entry) {
        MapType others = entry.begin().without(BEGIN_FLAGS).or(entry.end().without(END_FLAGS));
        if (entry.computed()) {
            return Optional.of("it may overlap another argument of the call");
        }
        if (!entry.base().equals(entry.pointer().operand(0))) {
            return Optional.of("it begins elsewhere than its argument points");
        }
        return others.bits() == 0
                ? Optional.empty()
                : MODIFIERS.stream()
                        .filter(others::has)
                        .findFirst()
                        .map(flag -> "it is mapped with '" + flag.name().toLowerCase(Locale.ROOT) + "'");
    }

    private void setApartWhatOverlaps(List<MappedData> all) {
        Map<SiteRecord, List<MappedData>> bySite = new LinkedHashMap<>();
        for (MappedData data : all) {
            for (Occurrence occurrence : data.occurrences()) {
                bySite.computeIfAbsent(occurrence.site(), s -> new ArrayList<>())
                        .add(data);
            }
        }
        bySite.forEach((site, mapped) -> {
            for (int i = 0; i < mapped.size(); i++) {
                for (int j = i + 1; j < mapped.size(); j++) {
                    if (mapped.get(i) == mapped.get(j)) {
                        setApart(mapped.get(i), site, "the call maps it twice");
                    } else if (host.mayOverlap(mapped.get(i), mapped.get(j))) {
                        setApart(
                                mapped.get(i),
                                site,
                                "it may overlap " + mapped.get(j).name());
                        setApart(
                                mapped.get(j),
                                site,
                                "it may overlap " + mapped.get(i).name());
                    }
                }
            }
        });
    }

    private static void setApart(MappedData data, SiteRecord site, String reason) {
        data.occurrences().replaceAll(o -> o.site() == site ? o.apart(reason) : o);
    }

    /** Leaves out the directions that the callee makes no use of. */
    private void trim(MappedData data) {
        data.occurrences().replaceAll(this::trimmed);
        boolean unused = data.occurrences().stream().allMatch(o -> isUnused(o) || (!o.to() && !o.from()));
        if (unused) {
            data.occurrences().replaceAll(o -> o.with(false, o.from()));
        }
    }

    private Occurrence trimmed(Occurrence occurrence) {
        Optional<MemoryUse> access = access(occurrence);
        if (access.isEmpty()) {
            return occurrence;
        }
        MemoryUse does = access.get();
        if (!does.mayWrite() && occurrence.to() && occurrence.from()) {
            return occurrence.with(true, false);
        }
        if (does.mayWrite() && occurrence.to() && !occurrence.from()) {
            // what the callee leaves on the device is not what the next site is to find there
            return occurrence.with(does.mayRead(), false).apart("the callee may write it, and it is not copied back");
        }
        // it is copied in all the same: what the callee leaves as it was comes back with the rest
        return does.mayWrite() && !does.mayRead() && occurrence.to() ? occurrence.asUnread() : occurrence;
    }

    private Optional<MemoryUse> access(Occurrence occurrence) {
        return occurrence.apart().isPresent() ? Optional.empty() : callees.of(occurrence.site(), occurrence.index());
    }

    private boolean isUnused(Occurrence occurrence) {
        return !occurrence.from()
                && access(occurrence).filter(a -> !a.mayRead() && !a.mayWrite()).isPresent();
    }

    private static void setScratchApart(MappedData data) {
        boolean copied = data.together().stream().anyMatch(o -> o.to() || o.from());
        if (copied) {
            data.occurrences()
                    .replaceAll(
                            o -> o.to() || o.from() ? o : o.apart("it is only allocated here and copied elsewhere"));
        }
    }
}
