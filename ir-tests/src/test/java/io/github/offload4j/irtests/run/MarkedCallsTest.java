package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.Transfers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs whose offload sites were marked calls, with callees in C++ that may throw. */
class MarkedCallsTest {
    private static final Map<String, String> DISABLED = Map.of("OMP_TARGET_OFFLOAD", "DISABLED");

    @TempDir
    static Path directory;

    @TestFactory
    Stream<DynamicNode> hostCalls() {
        return Target.all().stream()
                .flatMap(target -> Stream.of(DevicePointers.values())
                        .map(pointers -> hostCalls(target, pointers, OptimizationLevel.O2)));
    }

    @TestFactory
    Stream<DynamicNode> hostCallsWithoutOptimization() {
        return Stream.of(hostCalls(Target.all().get(0), DevicePointers.RETURN_PARAM, OptimizationLevel.O0));
    }

    @TestFactory
    Stream<DynamicNode> residentHostCalls() {
        return Target.ofEachRuntime().stream()
                .map(target ->
                        hostCalls(target, DevicePointers.RETURN_PARAM, OptimizationLevel.O2, Transfers.RESIDENT));
    }

    private static DynamicNode hostCalls(Target target, DevicePointers pointers, OptimizationLevel level) {
        return hostCalls(target, pointers, level, Transfers.SPLIT);
    }

    private static DynamicNode hostCalls(
            Target target, DevicePointers pointers, OptimizationLevel level, Transfers transfers) {
        String name = target + "-" + pointers + "-" + level + "-" + transfers;
        Path program = new Program(directory, name)
                .optimized(level)
                .sites(
                        MarkedSites.CALLS,
                        target.options()
                                .devicePointers(pointers)
                                .transfers(transfers)
                                .checkAliases(level == OptimizationLevel.O0)
                                .build())
                .link(target.runtime());
        int devices = target.hasDevices() ? 4 : 0;
        return DynamicContainer.dynamicContainer(
                name,
                List.of(
                        Scenarios.pass(program, Map.of(), devices),
                        Scenarios.pass(program, Map.of("OMP_DEFAULT_DEVICE", "2"), devices),
                        Scenarios.pass(program, DISABLED, 0)));
    }

    @TestFactory
    Stream<DynamicNode> launches() {
        return Target.all().stream()
                .flatMap(target -> Stream.of(Transfers.values()).map(transfers -> launches(target, transfers)));
    }

    private static DynamicNode launches(Target target, Transfers transfers) {
        String name = target + "-" + transfers;
        Path program = new Program(directory, name)
                .sites(
                        MarkedSites.LAUNCHES,
                        target.options().transfers(transfers).build())
                .link(target.runtime());
        return DynamicContainer.dynamicContainer(
                name, List.of(Scenarios.pass(program, Map.of(), 0), Scenarios.pass(program, DISABLED, 0)));
    }
}
