package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.Preset;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** rustc's lowering runs too, where its known faults do not get in the way. */
class RustcPresetTest {
    @TempDir
    static Path directory;

    @TestFactory
    Stream<DynamicNode> scenariosPassOnDeviceZero() {
        return Target.all().stream()
                .map(target -> DynamicContainer.dynamicContainer(
                        target.toString(), Stream.of(target).flatMap(RustcPresetTest::underPolicies)));
    }

    private static Stream<DynamicNode> underPolicies(Target target) {
        Path program = build(target);
        return Stream.of(
                Scenarios.pass(program, Map.of(), target.hasDevices() ? 4 : 0),
                Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED"), 0));
    }

    @Test
    void pointersAreFetchedFromDeviceZeroWhateverTheDefaultDevice() {
        Path program = build(Target.all().get(0));
        Execution execution =
                Execution.of(program, Map.of("OMP_DEFAULT_DEVICE", "2"), "to_goes_in_and_tofrom_goes_both_ways");
        assertThat(execution.exitCode()).isEqualTo(Execution.SEGMENTATION_FAULT);
    }

    private static Path build(Target target) {
        OffloadOptions options = target.options().preset(Preset.RUSTC).build();
        return new Program(directory, "rustc-" + target)
                .sites(new CallSites(), options)
                .sites(new ScalarSites(), options)
                .link(target.runtime());
    }
}
