package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.TraceData;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A trace, asked by the places of a module's sites. */
final class RecordedRun {
    private final String name;
    private final TraceData data;
    private final Map<SourceLocation, List<OffloadEvent>> byPlace;
    private final Map<SourceLocation, Integer> sitesAt = new HashMap<>();

    /**
     * Sorts a trace.
     *
     * @param name what messages call it
     * @param sites every site of the module
     */
    RecordedRun(String name, TraceData data, List<OffloadSite> sites) {
        this.name = name;
        this.data = data;
        byPlace = data.events().stream()
                .filter(event -> event.location().isPresent())
                .collect(Collectors.groupingBy(event -> event.location().orElseThrow()));
        sites.forEach(site -> places(site).forEach(place -> sitesAt.merge(place, 1, Integer::sum)));
    }

    String name() {
        return name;
    }

    TraceData data() {
        return data;
    }

    /** Returns what happened at a site, in time: events at the places of its calls. */
    List<OffloadEvent> at(OffloadSite site) {
        return places(site).stream()
                .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
                .toList();
    }

    /** Returns how many sites of the module share places with a site, itself included; 0 when it has no place. */
    int sharing(OffloadSite site) {
        return places(site).stream()
                .mapToInt(place -> sitesAt.getOrDefault(place, 0))
                .max()
                .orElse(0);
    }

    private static Set<SourceLocation> places(OffloadSite site) {
        return site.allCalls().stream()
                .map(RuntimeCall::location)
                .flatMap(place -> place.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
