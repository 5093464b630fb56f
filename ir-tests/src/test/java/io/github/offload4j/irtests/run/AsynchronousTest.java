package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.option.Transfers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Asynchronous sites as tasks of libomp, on every runtime, with and without threads that run them. */
class AsynchronousTest {
    private static final int DEVICES = 4;

    @TempDir
    static Path directory;

    @TestFactory
    Stream<DynamicNode> onEveryRuntime() {
        return Target.all().stream().map(target -> scenarios(target, Transfers.SPLIT, OptimizationLevel.O2));
    }

    @TestFactory
    Stream<DynamicNode> residentTransfersLeaveThemAlone() {
        return Target.ofEachRuntime().stream()
                .map(target -> scenarios(target, Transfers.RESIDENT, OptimizationLevel.O0));
    }

    private static DynamicNode scenarios(Target target, Transfers transfers, OptimizationLevel level) {
        OffloadOptions options = target.options().transfers(transfers).build();
        // Runtime 19 counts devices that it does not use.
        int disabled = target.runtime() >= 20 ? 0 : DEVICES;
        return DynamicContainer.dynamicContainer(
                target.toString(),
                Stream.of(target)
                        .map(one -> new Program(directory, one + "-" + transfers + "-" + level)
                                .optimized(level)
                                .sites(new AsynchronousSites(), options)
                                .link(one.runtime()))
                        .flatMap(program -> Stream.of(
                                Scenarios.pass(program, Map.of(), DEVICES),
                                Scenarios.pass(program, Map.of("OMP_DEFAULT_DEVICE", "2"), DEVICES),
                                Scenarios.pass(program, Map.of("OMP_NUM_THREADS", "1"), DEVICES),
                                Scenarios.pass(program, Map.of("LIBOMP_NUM_HIDDEN_HELPER_THREADS", "1"), DEVICES),
                                Scenarios.pass(program, Map.of("LIBOMP_USE_HIDDEN_HELPER_TASK", "0"), DEVICES),
                                Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED"), disabled))));
    }
}
