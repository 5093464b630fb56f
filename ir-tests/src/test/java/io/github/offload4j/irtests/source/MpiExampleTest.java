package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of many devices runs with one rank and with more, by Open MPI on libomptarget's host plugin. */
class MpiExampleTest {
    /** What a program without devices and ranks computes. */
    private static final String RESULT = "largest change 0x1.513e2e757f8p-9, sum of bits 207f4c256ea35a73\n";

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void copyExample() throws IOException {
        Workplace.require("mpicc", "mpirun");
        workplace = new Workplace(folder);
        workplace.example("mpi");
    }

    @Test
    void everyNumberOfRanksComputesTheSame() {
        assertThat(run("")).isEqualTo(new Execution(0, "1: " + RESULT + "2: " + RESULT + "4: " + RESULT, ""));
    }

    @Test
    void moreRanksThanDevicesShareThem() {
        assertThat(run("5 -- 40 30 3")).extracting(Execution::exitCode).isEqualTo(0);
    }

    @Test
    void ranksThatWantDevicesOfTheirOwnAreRefusedWhenThereAreTooFew() {
        Execution run = run("5 -- 40 30 3 --own");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .contains("heat: 5 ranks on this machine and 4 devices: start fewer ranks, or leave out --own\n");
    }

    @Test
    void offloadingThatIsDisabledIsSaid() {
        Execution run = run("1 -- 40 30 3", Map.of("OMP_TARGET_OFFLOAD", "DISABLED"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("heat: there is no device: offloading is disabled");
    }

    private Execution run(String arguments) {
        return run(arguments, Map.of());
    }

    private Execution run(String arguments, Map<String, String> environment) {
        return workplace.shell(folder, environment, "tools/examples/mpi/run " + arguments);
    }
}
