package io.github.offload4j.irtests.run;

import static java.util.Map.entry;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.run.JitGolden.Condition;
import io.github.offload4j.irtests.run.JitGolden.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The executed programs that also run in this process, and those that cannot. */
final class JitGoldens {
    private static final String LOADED = "a library that a linked program is loaded with";

    /** Drivers that stay out, and why. */
    static final Map<String, String> EXCLUDED = Map.ofEntries(
            entry("libomptarget23.c", LOADED),
            entry("aborting.c", "libomptarget or the emitted check ends the process on purpose"),
            entry("violations.c", "libomptarget ends the process on purpose"),
            entry("fake_cuda.c", LOADED),
            entry("pinning_cuda.c", LOADED),
            entry("streams_cuda.c", LOADED),
            entry("streams.c", "asks that library how often it was waited for"),
            entry("watched_registration.c", LOADED),
            entry("own_region.c", "clang's own target region beside ours, which only its linker wrapper links"),
            entry("no_region.c", "an object of clang's beside an archive of ours, which only its linker wrapper links"),
            entry("hand.c", "the kernel ends the process on purpose, for want of its launch bounds"));

    /**
     * What the programs with structures are called, whose copies are not compared here: each runtime tells of stored pointers
     * and of pieces in its own way ({@code CopiesBesideClangTest}).
     */
    static final String MEMBERS = "members, ";

    private static final List<SiteFamily> HOST_CALLS = List.of(
            new CallSites(),
            new ScalarSites(),
            new MappingSites(),
            new AliasSites(),
            new RegionSites(),
            new EnteredSites(),
            new DeviceSites());

    private JitGoldens() {}

    /** Returns the programs for a runtime. */
    static List<JitGolden> of(RuntimeAbi abi) throws IOException {
        List<JitGolden> all = new ArrayList<>();
        for (DevicePointers pointers : DevicePointers.values()) {
            OffloadOptions options = OffloadOptions.builder()
                    .runtime(abi)
                    .devicePointers(pointers)
                    .build();
            all.add(golden("host calls, " + pointers, options, HOST_CALLS).thatQueries());
            all.add(golden(MEMBERS + pointers, options, List.of(new MemberSites()))
                    .thatQueries());
            all.add(golden("marked host calls, " + pointers, options, List.of(MarkedSites.CALLS)));
            BlasTest.library()
                    .ifPresent(library -> all.add(golden("sgemv, " + pointers, options, List.of(new SgemvSites()))
                            .withLibrary(library)));
        }
        for (Transfers transfers : Transfers.values()) {
            OffloadOptions options =
                    OffloadOptions.builder().runtime(abi).transfers(transfers).build();
            all.add(images("images, " + transfers, options));
            all.add(refused(abi, transfers));
            all.add(golden("several sites, " + transfers, options, List.of(new ResidentSites())));
            all.add(golden("marked launches, " + transfers, options, List.of(MarkedSites.LAUNCHES))
                    .where(Condition.LAUNCHES_REFUSED));
        }
        OffloadOptions plain = OffloadOptions.builder().runtime(abi).build();
        all.add(golden("asynchronous", plain, List.of(new AsynchronousSites())));
        all.add(golden("copies", plain, List.of(new CopySites())));
        all.add(golden("own constructor", plain, List.of(IncrementSite.BESIDE_OWN_CONSTRUCTOR)));
        if (abi != RuntimeAbi.LLVM_23) {
            all.add(rustc(abi));
        }
        all.add(golden(
                "explicit registration",
                OffloadOptions.builder()
                        .runtime(abi)
                        .registration(Registration.EXPLICIT)
                        .build(),
                List.of(IncrementSite.REGISTERED)));
        if (abi == RuntimeAbi.LLVM_22) {
            all.add(golden("array language", plain, List.of(ExamplesTest.arrays())));
            all.add(golden("marked C", plain, List.of(ExamplesTest.markedC("-O2"), ExamplesTest.markedCLibrary())));
        }
        return List.copyOf(all);
    }

    private static JitGolden rustc(RuntimeAbi abi) {
        OffloadOptions options =
                OffloadOptions.builder().preset(Preset.RUSTC).runtime(abi).build();
        return golden("rustc preset", options, List.of(new CallSites(), new ScalarSites()))
                .where(Condition.ON_DEVICE_ZERO);
    }

    private static JitGolden images(String name, OffloadOptions options) {
        List<SiteFamily> families = new ArrayList<>(List.of(ImageSites.LINKED, TwinSites.FIRST, TwinSites.SECOND));
        if (options.runtime().hasThreeDimensionalGrids()) {
            families.add(new GridSites());
        }
        return golden(name, options, families);
    }

    private static JitGolden refused(RuntimeAbi abi, Transfers transfers) {
        OffloadOptions.Builder options = OffloadOptions.builder().runtime(abi).transfers(transfers);
        Part launches = new Part(new LaunchSites(), options.build());
        Part ignored = new Part(
                FailingLaunchSites.IGNORED,
                options.launchFailure(LaunchFailure.IGNORE).build());
        return new JitGolden("refused launches, " + transfers, List.of(launches, ignored))
                .where(Condition.LAUNCHES_REFUSED);
    }

    private static JitGolden golden(String name, OffloadOptions options, List<SiteFamily> families) {
        return new JitGolden(
                name, families.stream().map(family -> new Part(family, options)).toList());
    }
}
