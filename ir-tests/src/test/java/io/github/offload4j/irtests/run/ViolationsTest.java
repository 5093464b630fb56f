package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the runtime does not accept ends the program, with a message that names the source line. */
class ViolationsTest {
    @TempDir
    static Path directory;

    private static final Map<Target, Path> PROGRAMS = new HashMap<>();
    private static final Map<Target, Path> CHECKED = new HashMap<>();

    static Stream<Target> withDevices() {
        return Target.withDevices().stream();
    }

    static Stream<Target> withoutDevices() {
        return Target.all().stream().filter(target -> !target.hasDevices());
    }

    private static Execution run(Target target, Map<String, String> environment, String scenario) {
        return run(PROGRAMS.computeIfAbsent(target, ViolationsTest::build), environment, scenario);
    }

    private static Execution run(Path program, Map<String, String> environment, String scenario) {
        Execution execution = Execution.of(program, environment, scenario);
        assertThat(execution.exitCode()).as(execution::toString).isEqualTo(Execution.ABORTED);
        assertThat(execution.output()).doesNotContain("not reached");
        return execution;
    }

    private static Path buildChecked(Target target) {
        return new Program(directory, target + "-checked")
                .sites(new ViolationSites(), target.options().checkAliases(true).build())
                .link(target.runtime());
    }

    private static Path build(Target target) {
        return new Program(directory, target.toString())
                .sites(new ViolationSites(), target.options().build())
                .link(target.runtime());
    }

    @ParameterizedTest
    @MethodSource("withDevices")
    void presentOnAbsentData(Target target) {
        assertThat(run(target, Map.of(), "absent_data_that_is_to_be_present").errors())
                .contains("violations.f90:10:5:")
                .contains("device mapping required by 'present' map type modifier does not exist");
    }

    @ParameterizedTest
    @MethodSource("withDevices")
    void sectionThatEndsBehindAnEarlierOne(Target target) {
        assertThat(run(target, Map.of(), "section_that_ends_behind_an_earlier_one")
                        .errors())
                .contains("violations.f90:20:5:")
                .contains("explicit extension not allowed");
    }

    @ParameterizedTest
    @MethodSource("withDevices")
    void sectionThatBeginsBeforeAnEarlierOne(Target target) {
        assertThat(run(target, Map.of(), "section_that_begins_before_an_earlier_one")
                        .errors())
                .contains("violations.f90:20:5:")
                .contains("explicit extension not allowed");
    }

    static Stream<Arguments> impossibleSizes() {
        return Target.withDevices().stream()
                .flatMap(target -> Stream.of(
                                "size_that_wraps",
                                "size_that_wraps_inside_mapped_data",
                                "size_that_wraps_beside_another_of_the_pointer",
                                "negative_size_inside_mapped_data")
                        .map(scenario -> Arguments.of(target, scenario)));
    }

    @ParameterizedTest
    @MethodSource("impossibleSizes")
    void sizeThatNoMemoryHas(Target target, String scenario) {
        assertThat(run(target, Map.of(), scenario).errors()).contains("violations.f90:20:5:");
    }

    static Stream<Arguments> overlaps() {
        return Target.all().stream()
                .flatMap(target -> Stream.of(
                                "section_that_ends_behind_an_earlier_one", "section_that_begins_before_an_earlier_one")
                        .map(scenario -> Arguments.of(target, scenario)));
    }

    @ParameterizedTest
    @MethodSource("overlaps")
    void theCheckForAliasesNamesBothArguments(Target target, String scenario) {
        Path program = CHECKED.computeIfAbsent(target, ViolationsTest::buildChecked);
        assertThat(run(program, Map.of(), scenario).errors())
                .isEqualTo("violations.f90:20:5: error: in function 'run_sections': argument 'second' overlaps argument"
                        + " 'first', which is mapped first, and reaches beyond it; map the memory once, or the larger part"
                        + " first\n");
    }

    @ParameterizedTest
    @MethodSource("withDevices")
    void deviceThatDoesNotExist(Target target) {
        assertThat(run(target, Map.of(), "device_that_does_not_exist").errors())
                .contains("device number '7' out of range");
    }

    @ParameterizedTest
    @MethodSource("withoutDevices")
    void mandatoryOffloadWithoutDevices(Target target) {
        assertThat(run(target, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), "device_that_does_not_exist")
                        .errors())
                .contains("offloading is mandatory");
    }
}
