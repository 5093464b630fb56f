package io.github.offload4j.irtests.golden;

import java.util.List;

/** Every golden case that only the API can make. */
public final class GoldenCatalogue {
    private static final List<GoldenFolder> TOPICS =
            List.of(ExtentCases.all(), LocationCases.all(), PlacementCases.all(), RegionCases.all(), SliceCases.all());

    private GoldenCatalogue() {}

    static List<GoldenFolder> topics() {
        return TOPICS;
    }

    /** Returns the cases, by topic. */
    public static List<GoldenCase> all() {
        return TOPICS.stream().flatMap(topic -> topic.cases().stream()).toList();
    }

    /** Returns the case with an id, for example {@code regions/two-launches}. */
    public static GoldenCase get(String id) {
        return all().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no golden case " + id));
    }
}
