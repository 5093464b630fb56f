package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.option.Registration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the runtime learns of a module. */
class RegistrationTest {
    private static final Map<Target, Path> REGISTERED = new HashMap<>();

    @TempDir
    static Path directory;

    static Stream<Target> targets() {
        return Target.all().stream();
    }

    @TestFactory
    Stream<DynamicTest> constructorStandsBesideTheModulesOwn() {
        return targets().map(target -> {
            Path program = new Program(directory, "constructor-" + target)
                    .sites(
                            IncrementSite.BESIDE_OWN_CONSTRUCTOR,
                            target.options().build())
                    .link(target.runtime());
            return Scenarios.pass(program, Map.of(), target.hasDevices() ? 4 : 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> programRegistersTheModuleItself() {
        return targets().map(target -> Scenarios.pass(registered(target), Map.of(), target.hasDevices() ? 4 : 0));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void forgottenRegistrationCrashesTheProgram(Target target) {
        Execution execution = Execution.of(registered(target), Map.of("FORGET_REGISTRATION", "1"));
        assertThat(execution.exitCode()).isEqualTo(Execution.SEGMENTATION_FAULT);
    }

    private static Path registered(Target target) {
        return REGISTERED.computeIfAbsent(
                target,
                key -> new Program(directory, "registered-" + key)
                        .sites(
                                IncrementSite.REGISTERED,
                                key.options()
                                        .registration(Registration.EXPLICIT)
                                        .build())
                        .link(key.runtime()));
    }
}
