package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Synchronization;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs ask of the CUDA driver before the runtime starts. */
class SynchronizationTest {
    private static final int VERSION = 22;
    private static final String REGISTERED = "__tgt_register_lib\n";

    @TempDir
    static Path directory;

    private static OffloadOptions.Builder options(Synchronization synchronization) {
        return OffloadOptions.builder().synchronization(synchronization);
    }

    private static Path program(Synchronization synchronization) {
        return new Program(directory, "constructor-" + synchronization)
                .sites(
                        IncrementSite.BESIDE_OWN_CONSTRUCTOR,
                        options(synchronization).build())
                .link(VERSION);
    }

    /** Runs a program that must pass, and returns what it wrote to standard error. */
    private static String run(Path program, Path driver, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("LD_LIBRARY_PATH", driver.toString());
        environment.put("LD_PRELOAD", FakeDriver.registrationWatcher(directory).toString());
        Execution execution = Execution.of(program, environment);
        assertThat(execution.exitCode()).as(execution::toString).isZero();
        return execution.errors();
    }

    private static Path driver() {
        return FakeDriver.in(directory.resolve("driver"));
    }

    /** What is asked of a driver with devices 40 and 42; the one in between is not to be had. */
    private static String asked(int flags) {
        return """
                cuInit(0)
                cuDeviceGetCount
                cuDeviceGet(0)
                cuDevicePrimaryCtxSetFlags(40, FLAGS)
                cuDevicePrimaryCtxRetain(40)
                cuDeviceGet(1)
                cuDeviceGet(2)
                cuDevicePrimaryCtxSetFlags(42, FLAGS)
                cuDevicePrimaryCtxRetain(42)
                """.replace("FLAGS", Integer.toString(flags));
    }

    @Test
    void everyDeviceIsToldBeforeTheImageIsRegistered() {
        assertThat(run(program(Synchronization.SPIN), driver(), Map.of())).isEqualTo(asked(1) + REGISTERED);
        assertThat(run(program(Synchronization.YIELD), driver(), Map.of())).isEqualTo(asked(2) + REGISTERED);
    }

    @Test
    void theDriverIsLeftAloneByDefault() {
        assertThat(run(program(Synchronization.DEFAULT), driver(), Map.of())).isEqualTo(REGISTERED);
    }

    @Test
    void explicitRegistrationTellsTheDriverFirst() {
        Path program = new Program(directory, "explicit")
                .sites(
                        IncrementSite.REGISTERED,
                        options(Synchronization.SPIN)
                                .registration(Registration.EXPLICIT)
                                .build())
                .link(VERSION);

        assertThat(run(program, driver(), Map.of())).isEqualTo(asked(1) + REGISTERED);
    }

    @Test
    void theDriverIsToldBeforeTheLinkerWrapperRegisters() {
        Path program = new Program(directory, "wrapped")
                .sites(
                        ImageSites.FOR_LINKER_WRAPPER,
                        options(Synchronization.SPIN)
                                .registration(Registration.LINKER_WRAPPER)
                                .build())
                .linkByWrapper(VERSION);

        assertThat(run(program, driver(), Map.of())).isEqualTo(asked(1) + REGISTERED);
    }

    @Test
    void withoutADriverNothingHappens() {
        assertThat(run(program(Synchronization.SPIN), directory, Map.of())).isEqualTo(REGISTERED);
    }

    @Test
    void aDriverThatLacksAFunctionIsLeftAlone() {
        Path driver = FakeDriver.incompleteIn(directory.resolve("incomplete"));

        assertThat(run(program(Synchronization.SPIN), driver, Map.of())).isEqualTo(REGISTERED);
    }

    @Test
    void aDriverThatDoesNotStartIsLeftAlone() {
        assertThat(run(program(Synchronization.SPIN), driver(), Map.of("FAKE_CUDA_INIT", "100")))
                .isEqualTo("cuInit(0)\n" + REGISTERED);
    }
}
