package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Transfers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Launches that the runtime refuses: without an image there is no device, and with offloading disabled none is used.
 *
 * <p>The program has two modules with a kernel of the same name.
 */
class RefusedLaunchTest {
    private static final Map<String, String> DISABLED = Map.of("OMP_TARGET_OFFLOAD", "DISABLED");

    private static final Map<Target, Path> ABORTING = new HashMap<>();

    @TempDir
    static Path directory;

    @TestFactory
    Stream<DynamicNode> splitTransfers() {
        return Target.all().stream().map(target -> scenarios(target, Transfers.SPLIT));
    }

    @TestFactory
    Stream<DynamicNode> fusedTransfers() {
        return Target.ofEachRuntime().stream().map(target -> scenarios(target, Transfers.FUSED));
    }

    @TestFactory
    Stream<DynamicNode> residentTransfers() {
        return Target.ofEachRuntime().stream().map(target -> scenarios(target, Transfers.RESIDENT));
    }

    private static DynamicNode scenarios(Target target, Transfers transfers) {
        return DynamicContainer.dynamicContainer(
                target.toString(), Stream.of(target).flatMap(one -> {
                    Path program = build(one, transfers);
                    return Stream.of(
                            Scenarios.pass(program, Map.of(), 0),
                            Scenarios.pass(program, Map.of("OMP_DEFAULT_DEVICE", "2"), 0),
                            Scenarios.pass(program, DISABLED, 0));
                }));
    }

    private static Path build(Target target, Transfers transfers) {
        OffloadOptions.Builder options = target.options().transfers(transfers);
        return new Program(directory, target + "-" + transfers.name().toLowerCase(Locale.ROOT))
                .sites(new LaunchSites(), options.build())
                .sites(
                        FailingLaunchSites.IGNORED,
                        options.launchFailure(LaunchFailure.IGNORE).build())
                .link(target.runtime());
    }

    static Stream<Target> targets() {
        return Target.all().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void refusalWithoutFallbackAbortsAndNamesKernelAndSourceLine(Target target) {
        Execution execution = Execution.of(aborting(target), Map.of(), "refused_at_a_known_place");
        assertThat(execution.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(execution.errors())
                .isEqualTo("dir/solver.f90:12:3: error: the offload runtime did not launch kernel 'axpy': offloading is"
                        + " disabled, or no device fits the program's images\n");
        assertThat(execution.output()).doesNotContain("not reached");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void refusalAtAnUnknownPlaceNamesTheFunction(Target target) {
        Execution execution = Execution.of(aborting(target), DISABLED, "refused_at_an_unknown_place");
        assertThat(execution.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(execution.errors())
                .startsWith("function 'run_without_location': error: the offload runtime did not launch kernel 'axpy'");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void mandatoryOffloadWithoutAnImageIsTheRuntimesToReport(Target target) {
        Execution execution =
                Execution.of(aborting(target), Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), "refused_at_a_known_place");
        assertThat(execution.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(execution.errors()).contains("offloading is mandatory");
    }

    static Stream<Target> withDevices() {
        return Target.withDevices().stream();
    }

    /** The module with the host call brings the devices, which no image of the kernel fits. */
    @ParameterizedTest
    @MethodSource("withDevices")
    void kernelWithoutImageBesideAModuleThatHasDevicesIsTheRuntimesToReport(Target target) {
        Path program = new Program(directory, target + "-beside")
                .sites(FailingLaunchSites.ABORTING, target.options().build())
                .sites(IncrementSite.BESIDE_OWN_CONSTRUCTOR, target.options().build())
                .link(target.runtime());
        Execution execution = Execution.of(program, Map.of(), "refused_at_a_known_place");
        assertThat(execution.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(execution.errors())
                .contains("does not have a matching target pointer")
                .contains("solver.f90:12:3: omptarget fatal error");
        assertThat(Execution.of(program, DISABLED, "sites_of_the_module_run").exitCode())
                .isZero();
    }

    private static Path aborting(Target target) {
        return ABORTING.computeIfAbsent(
                target,
                key -> new Program(directory, key + "-aborting")
                        .sites(FailingLaunchSites.ABORTING, key.options().build())
                        .link(key.runtime()));
    }
}
