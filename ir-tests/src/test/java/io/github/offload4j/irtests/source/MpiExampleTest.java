package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.examples.HaloExchange;
import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of many devices runs with one rank and with more, by Open MPI and by NCCL, on libomptarget's host plugin. */
class MpiExampleTest {
    /** What a program without devices and ranks computes. */
    private static final String RESULT = "largest change 0x1.513e2e757f8p-9, sum of bits 207f4c256ea35a73\n";

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void copyExample() throws IOException {
        Workplace.require("mpicc", "mpirun", "cc");
        workplace = new Workplace(folder);
        workplace.example("mpi");
    }

    /** With the exchange of rows compiled of marked C, by MPI and by NCCL, and emitted by Java. */
    @Test
    void everyNumberOfRanksComputesTheSame() {
        String halo = folder.resolve("halo.ll").toString();
        try (HaloExchange emitted = new HaloExchange()) {
            emitted.emit(halo);
        }
        String expected = Stream.of("mpi", "nccl", "java")
                .flatMap(program -> Stream.of(1, 2, 4).map(ranks -> program + ", " + ranks + ": " + RESULT))
                .collect(Collectors.joining());

        assertThat(run("", Map.of("HALO", halo))).isEqualTo(new Execution(0, expected, ""));
    }

    @Test
    void moreRanksThanDevicesShareThem() {
        assertThat(run("mpi 5 40 30 3")).extracting(Execution::exitCode).isEqualTo(0);
    }

    @Test
    void ranksThatWantDevicesOfTheirOwnAreRefusedWhenThereAreTooFew() {
        Execution run = run("mpi 5 40 30 3 --own");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .contains("heat: 5 ranks on this machine and 4 devices: start fewer ranks, or leave out --own\n");
    }

    @Test
    void ncclNeedsDeviceForEachRank() {
        Execution run = run("nccl 5 40 30 3");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("heat: 5 ranks on this machine and 4 devices: start fewer ranks\n");
    }

    @Test
    void offloadingThatIsDisabledIsSaid() {
        Execution run = run("mpi 1 40 30 3", Map.of("OMP_TARGET_OFFLOAD", "DISABLED"));

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
