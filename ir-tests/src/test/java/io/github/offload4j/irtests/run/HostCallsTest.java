package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.Transfers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every host-mode scenario, on every runtime, for every ABI that it has to run, under every offload policy.
 *
 * <p>From runtime 20 on, the program's four devices have memory of their own. On 19 a program without device images has
 * none: its data stays where it is, and the callees get host pointers.
 */
class HostCallsTest {
    private static final List<SiteFamily> FAMILIES = List.of(
            new CallSites(),
            new ScalarSites(),
            new MappingSites(),
            new AliasSites(),
            new RegionSites(),
            new EnteredSites(),
            new MemberSites(),
            new DeviceSites());

    @TempDir
    static Path directory;

    @TestFactory
    Stream<DynamicNode> returnedDevicePointers() {
        return Target.all().stream()
                .map(target -> scenarios(target, DevicePointers.RETURN_PARAM, OptimizationLevel.O2));
    }

    @TestFactory
    Stream<DynamicNode> queriedDevicePointers() {
        return Target.all().stream()
                .map(target -> scenarios(target, DevicePointers.GET_MAPPED_PTR, OptimizationLevel.O2));
    }

    @TestFactory
    Stream<DynamicNode> withoutOptimization() {
        return Stream.of(Target.all().get(0))
                .map(target -> scenarios(target, DevicePointers.RETURN_PARAM, OptimizationLevel.O0));
    }

    @TestFactory
    Stream<DynamicNode> residentTransfers() {
        return Target.ofEachRuntime().stream()
                .flatMap(target -> Stream.of(DevicePointers.values())
                        .map(pointers -> scenarios(target, pointers, OptimizationLevel.O2, Transfers.RESIDENT)));
    }

    private static DynamicNode scenarios(Target target, DevicePointers pointers, OptimizationLevel level) {
        return scenarios(target, pointers, level, Transfers.SPLIT);
    }

    private static DynamicNode scenarios(
            Target target, DevicePointers pointers, OptimizationLevel level, Transfers transfers) {
        return DynamicContainer.dynamicContainer(
                target + " " + pointers,
                Stream.of(target).flatMap(one -> underEveryPolicy(one, build(one, pointers, level, transfers))));
    }

    private static Path build(Target target, DevicePointers pointers, OptimizationLevel level, Transfers transfers) {
        String name = target + "-" + pointers.name().toLowerCase(Locale.ROOT) + "-" + level + "-" + transfers;
        // what is right is not stopped by the check for aliases either
        OffloadOptions options = target.options()
                .devicePointers(pointers)
                .transfers(transfers)
                .checkAliases(level == OptimizationLevel.O0)
                .build();
        Program program = new Program(directory, name).optimized(level);
        FAMILIES.forEach(family -> program.sites(family, options));
        return program.link(target.runtime());
    }

    private static Stream<DynamicNode> underEveryPolicy(Target target, Path program) {
        int devices = target.hasDevices() ? 4 : 0;
        Stream<DynamicNode> everywhere = Stream.of(
                Scenarios.pass(program, Map.of(), devices),
                Scenarios.pass(program, Map.of("OMP_DEFAULT_DEVICE", "2"), devices),
                Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED"), 0),
                Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED", "OMP_DEFAULT_DEVICE", "2"), 0));
        return target.hasDevices()
                ? Stream.concat(
                        everywhere,
                        Stream.of(Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), devices)))
                : everywhere;
    }
}
