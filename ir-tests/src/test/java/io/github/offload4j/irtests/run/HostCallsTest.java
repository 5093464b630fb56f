package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every host-mode scenario, on every runtime, for every ABI that it has to run, under every offload policy. */
class HostCallsTest {
    private static final List<SiteFamily> FAMILIES = List.of(
            new CallSites(),
            new ScalarSites(),
            new MappingSites(),
            new AliasSites(),
            new RegionSites(),
            new DeviceSites());

    @TempDir
    static Path directory;

    @TestFactory
    Stream<DynamicNode> scenariosPass() {
        return Combination.all().stream()
                .map(combination -> DynamicContainer.dynamicContainer(
                        combination.toString(), Stream.of(combination).flatMap(HostCallsTest::environments)));
    }

    private static Stream<DynamicNode> environments(Combination combination) {
        Path program = combination.build(directory, FAMILIES);
        boolean devices = RuntimeInstallation.require(combination.runtime()).hasDevicesWithoutImage();
        List<DynamicNode> nodes = new ArrayList<>();
        nodes.add(passes(program, Map.of(), devices ? 4 : 0));
        nodes.add(passes(program, Map.of("OMP_DEFAULT_DEVICE", "2"), devices ? 4 : 0));
        nodes.add(passes(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED"), 0));
        nodes.add(passes(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED", "OMP_DEFAULT_DEVICE", "2"), 0));
        if (devices) {
            nodes.add(passes(program, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), 4));
        }
        return nodes.stream();
    }

    private static DynamicTest passes(Path program, Map<String, String> environment, int devices) {
        return DynamicTest.dynamicTest(environment.isEmpty() ? "default" : environment.toString(), () -> {
            Execution execution = Execution.of(program, environment);
            assertThat(execution.exitCode()).as(execution::toString).isZero();
            assertThat(execution.output()).startsWith("devices " + devices + "\n");
        });
    }
}
