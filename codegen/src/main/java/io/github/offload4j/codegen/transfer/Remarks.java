package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.diagnostic.TransferRemark.Kind;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Puts into words what becomes of the sites of a function. */
final class Remarks {
    private final FunctionPlan plan;
    private final FunctionShape shape;

    Remarks(FunctionPlan plan) {
        this.plan = plan;
        this.shape = plan.shape();
    }

    /** Returns a remark for each site that maps something. */
    Map<SiteRecord, TransferRemark> all() {
        Map<SiteRecord, TransferRemark> remarks = new LinkedHashMap<>();
        for (SiteRecord site : plan.sites()) {
            if (site.begin().isPresent()) {
                remarks.put(site, remark(site));
            }
        }
        return remarks;
    }

    /** What became of one argument. */
    private record Outcome(Kind kind, String words, String name, OptionalLong saved) {}

    private TransferRemark remark(SiteRecord site) {
        List<Outcome> outcomes = new ArrayList<>();
        for (FunctionPlan.Use use : plan.uses(site)) {
            outcomes.add(outcome(use.data(), use.occurrence()));
        }
        Map<String, List<String>> byWords = new LinkedHashMap<>();
        outcomes.forEach(
                o -> byWords.computeIfAbsent(o.words(), w -> new ArrayList<>()).add(o.name()));
        List<String> clauses = new ArrayList<>();
        byWords.forEach((words, names) -> clauses.add(String.format(words, String.join(", ", names))));
        unread(plan.uses(site)).ifPresent(clauses::add);
        Kind kind = outcomes.stream().map(Outcome::kind).min(Kind::compareTo).orElse(Kind.KEPT);
        long sum = 0;
        boolean known = true;
        for (Outcome outcome : outcomes) {
            known &= outcome.saved().isPresent();
            sum += outcome.saved().orElse(0);
        }
        return new TransferRemark(
                kind,
                site.name(),
                site.function().name(),
                site.location(),
                String.join("; ", clauses),
                known ? OptionalLong.of(sum) : OptionalLong.empty());
    }

    /** Returns what the user could save where the callee never looks at what is copied in, when there is such data. */
    private static Optional<String> unread(List<FunctionPlan.Use> uses) {
        List<String> names = uses.stream()
                .filter(use -> use.occurrence().unread())
                .map(use -> use.data().name())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("nothing reads what is copied in of " + String.join(", ", names)
                        + "; map it 'from' if every byte is written");
    }

    private Outcome outcome(MappedData data, Occurrence occurrence) {
        Optional<DataPlan> staying =
                plan.plans().stream().filter(p -> p.data() == data).findFirst();
        boolean takesPart = staying.isPresent() && occurrence.apart().isEmpty();
        if (staying.filter(p -> (p.before(occurrence) & Residency.STAYING) != 0).isPresent()) {
            return new Outcome(
                    Kind.MERGED,
                    "merged %s with the sites before and behind",
                    data.name(),
                    saved(data, occurrence, true, true));
        }
        int before = takesPart ? stateBefore(staying.get(), occurrence) : 0;
        boolean arrives = (before & Residency.STAYING) != 0;
        boolean stays = takesPart && stays(staying.get(), occurrence);
        OptionalLong saved = saved(data, occurrence, arrives, stays);
        if (arrives || stays) {
            boolean moved = !staying.get().residency().hoists().isEmpty();
            String words = moved
                    ? "moved %s in front of the loop"
                    : arrives && stays
                            ? "merged %s with the sites before and behind"
                            : arrives ? "merged %s with the site before" : "merged %s with the site behind";
            return new Outcome(moved ? Kind.MOVED : Kind.MERGED, words, data.name(), saved);
        }
        String trim = trimmed(occurrence);
        String reason = occurrence.apart().orElseGet(() -> reason(data, occurrence));
        return trim.isEmpty()
                ? new Outcome(Kind.KEPT, "kept %s: " + escaped(reason), data.name(), OptionalLong.of(0))
                : new Outcome(Kind.TRIMMED, "kept %s" + trim + ": " + escaped(reason), data.name(), saved);
    }

    private static String escaped(String reason) {
        return reason.replace("%", "%%");
    }

    private static OptionalLong saved(MappedData data, Occurrence occurrence, boolean arrives, boolean stays) {
        boolean in = occurrence.entry().begin().has(MapFlag.TO) && (arrives || !occurrence.to());
        boolean out = occurrence.entry().end().has(MapFlag.FROM) && (stays || !occurrence.from());
        if (!in && !out) {
            return OptionalLong.of(0);
        }
        return data.bytes().isPresent()
                ? OptionalLong.of(data.bytes().getAsLong() * ((in ? 1 : 0) + (out ? 1 : 0)))
                : OptionalLong.empty();
    }

    private static String trimmed(Occurrence occurrence) {
        boolean in = occurrence.entry().begin().has(MapFlag.TO) && !occurrence.to();
        boolean out = occurrence.entry().end().has(MapFlag.FROM) && !occurrence.from();
        return (in ? ", not copied in" : "") + (out ? ", not copied back" : "");
    }

    private static int stateBefore(DataPlan data, Occurrence occurrence) {
        return data.timeline().opens(occurrence).stream()
                .mapToInt(data.residency()::before)
                .reduce(0, (a, b) -> a | b);
    }

    private static boolean stays(DataPlan data, Occurrence occurrence) {
        return data.timeline().ends(occurrence).stream()
                .anyMatch(end -> data.residency().stays(end.close()));
    }

    private String reason(MappedData data, Occurrence occurrence) {
        Optional<DataPlan> looked = plan.refused().stream()
                .filter(p -> p.data() == data)
                .findFirst()
                .or(() -> plan.plans().stream().filter(p -> p.data() == data).findFirst());
        if (looked.isEmpty()) {
            return plan.isMappedOtherwise(data) ? FunctionPlan.OTHERWISE : "no other site of the function uses it";
        }
        if (shape.hasFunclets()) {
            return "the function catches exceptions in funclets";
        }
        if (looked.get().residency().isNested()) {
            return "the sites that map it lie inside each other";
        }
        return blocker(looked.get(), occurrence)
                .orElse(
                        data.occurrences().size() > 1
                                ? "no site that can follow uses it"
                                : "no other site of the function uses it");
    }

    /** Returns why data does not stay from an occurrence on: what is met first on a way to a site that maps it again. */
    private Optional<String> blocker(DataPlan data, Occurrence occurrence) {
        for (Timeline.End end : data.timeline().ends(occurrence)) {
            Optional<String> found = search(data, end.block(), end.index() + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> search(DataPlan data, int start, int first) {
        Set<Integer> seen = new HashSet<>();
        List<int[]> open = new ArrayList<>(List.of(new int[] {start, first}));
        while (!open.isEmpty()) {
            int[] place = open.remove(0);
            List<Event> events = data.timeline().of(place[0]);
            boolean stopped = false;
            for (int i = place[1]; i < events.size() && !stopped; i++) {
                if (events.get(i) instanceof Event.Barrier barrier) {
                    if (isOfSite(barrier) || leadsToSite(data, place[0], i + 1)) {
                        return Optional.of(barrier.reason()
                                + barrier.instruction()
                                        .location()
                                        .map(l -> " at " + l)
                                        .orElse(""));
                    }
                    stopped = true;
                }
            }
            if (!stopped) {
                for (int next : shape.graph().successors(place[0])) {
                    if (seen.add(next)) {
                        open.add(new int[] {next, 0});
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether it is another site that keeps the data from staying. */
    private boolean isOfSite(Event.Barrier barrier) {
        return plan.sites().stream()
                .anyMatch(s -> s.begin().filter(barrier.instruction()::equals).isPresent());
    }

    private boolean leadsToSite(DataPlan data, int start, int first) {
        Set<Integer> seen = new HashSet<>();
        List<int[]> open = new ArrayList<>(List.of(new int[] {start, first}));
        while (!open.isEmpty()) {
            int[] place = open.remove(0);
            List<Event> events = data.timeline().of(place[0]);
            if (events.subList(place[1], events.size()).stream().anyMatch(e -> e instanceof Event.Open)) {
                return true;
            }
            for (int next : shape.graph().successors(place[0])) {
                if (seen.add(next)) {
                    open.add(new int[] {next, 0});
                }
            }
        }
        return false;
    }
}
