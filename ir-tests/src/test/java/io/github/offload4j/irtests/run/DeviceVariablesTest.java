package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** libomptarget never unmaps a device variable, so these programs run in processes of their own. */
class DeviceVariablesTest {
    @ParameterizedTest
    @ValueSource(ints = {19, 22})
    void everyProgramAndEveryDeviceHasItsOwn(int runtime) {
        ChildJvm.Result result = ChildJvm.run(
                DeviceVariablesProcess.class,
                List.of(),
                "llvm-" + runtime,
                RuntimeInstallation.require(runtime).offload().toString());

        assertThat(result.output().lines().filter(line -> line.startsWith("counts")))
                .as(result.output())
                .hasSize(20)
                .containsOnly("counts 15 16 25 27");
        assertThat(result.status()).as(result.output()).isZero();
    }
}
