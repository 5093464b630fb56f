package io.github.offload4j.irtests.golden;

import java.util.List;
import java.util.stream.Stream;

/** Every golden case. */
public final class GoldenCatalogue {
    private static final List<GoldenCase> ALL = Stream.of(
                    AbiCases.all(),
                    ExistingCases.all(),
                    HostCallCases.all(),
                    KernelCases.all(),
                    LowerCases.all(),
                    MapCases.all(),
                    NameCases.all(),
                    OptionCases.all(),
                    PlacementCases.all(),
                    RegionCases.all(),
                    ResidentCases.all(),
                    RustcCases.all(),
                    ScalarCases.all(),
                    SliceCases.all())
            .flatMap(List::stream)
            .toList();

    private GoldenCatalogue() {}

    /** Returns the cases, by folder. */
    public static List<GoldenCase> all() {
        return ALL;
    }

    /** Returns the case with an id, for example {@code maps/to}. */
    public static GoldenCase get(String id) {
        return ALL.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no golden case " + id));
    }
}
