package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;

/** Runs all scenarios of a program at once. */
final class Scenarios {
    private Scenarios() {}

    /** Returns a test that passes when every scenario does, and the program has a number of devices. */
    static DynamicTest pass(Path program, Map<String, String> environment, int devices) {
        return DynamicTest.dynamicTest(environment.isEmpty() ? "default" : environment.toString(), () -> {
            Execution execution = Execution.of(program, environment);
            assertThat(execution.exitCode()).as(execution::toString).isZero();
            assertThat(execution.output()).startsWith("devices " + devices + "\n");
        });
    }
}
