package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.option.Transfers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kernels of embedded images, launched on the host plugin's devices, and called when offloading is disabled. Every program
 * is made of several modules with an image each.
 */
class ImagesTest {
    private static final int DEVICES = 4;

    @TempDir
    static Path directory;

    @TestFactory
    Stream<DynamicNode> splitTransfers() {
        return Target.all().stream().map(target -> scenarios(target, Transfers.SPLIT, OptimizationLevel.O2));
    }

    @TestFactory
    Stream<DynamicNode> fusedTransfers() {
        return Target.all().stream().map(target -> scenarios(target, Transfers.FUSED, OptimizationLevel.O2));
    }

    @TestFactory
    Stream<DynamicNode> residentTransfers() {
        return Target.ofEachRuntime().stream()
                .map(target -> scenarios(target, Transfers.RESIDENT, OptimizationLevel.O2));
    }

    @TestFactory
    Stream<DynamicNode> withoutOptimization() {
        return Stream.of(Target.all().get(0)).map(target -> scenarios(target, Transfers.SPLIT, OptimizationLevel.O0));
    }

    private static DynamicNode scenarios(Target target, Transfers transfers, OptimizationLevel level) {
        return DynamicContainer.dynamicContainer(
                target.toString(),
                Stream.of(target).flatMap(one -> underEveryPolicy(one, build(one, transfers, level))));
    }

    private static Path build(Target target, Transfers transfers, OptimizationLevel level) {
        String name = target + "-" + transfers.name().toLowerCase(Locale.ROOT) + "-" + level;
        OffloadOptions options = target.options().transfers(transfers).build();
        Program program = new Program(directory, name)
                .optimized(level)
                .sites(ImageSites.LINKED, options)
                .sites(TwinSites.FIRST, options)
                .sites(TwinSites.SECOND, options);
        if (target.abi().hasThreeDimensionalGrids()) {
            program.sites(new GridSites(), options);
        }
        return program.link(target.runtime());
    }

    private static Stream<DynamicNode> underEveryPolicy(Target target, Path program) {
        // Runtime 19 counts devices that it does not use.
        int disabled = target.runtime() >= 20 ? 0 : DEVICES;
        return Stream.of(
                Scenarios.pass(program, Map.of(), DEVICES),
                Scenarios.pass(program, Map.of("OMP_DEFAULT_DEVICE", "2"), DEVICES),
                Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), DEVICES),
                Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED"), disabled));
    }
}
