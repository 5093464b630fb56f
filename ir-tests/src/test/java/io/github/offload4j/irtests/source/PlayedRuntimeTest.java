package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linked programs on something that launches as libomptarget 23 does, since that is not packaged. */
class PlayedRuntimeTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    static Path folder;

    private static Workplace workplace;

    @BeforeAll
    static void build() throws IOException {
        RuntimeInstallation runtime = RuntimeInstallation.require(22);
        workplace = new Workplace(folder);
        workplace.write("cores.c", Files.readString(RESOURCES.resolve("cores/cores.c")));
        workplace.write("played.c", Files.readString(RESOURCES.resolve("run/libomptarget23.c")));
        workplace.run("cc -O1 -Wall -Wextra -Werror -fPIC -shared played.c -o libplayed.so");
        String build = "irgen build cores.c -I tools/include -l pthread ";
        workplace.run(build + "--runtime-abi=portable -o portable");
        workplace.run(build + "-o older");
        // no libomptarget 23 is there to link with
        workplace.run(build + "--target=x86_64 --target=x86_64:x86-64-v3 --runtime-abi=llvm-23 --emit=obj -o cores.o");
        workplace.run("cc cores.o -o newer -lpthread " + runtime.offload() + " " + runtime.openmp() + " -lm -Wl,-rpath,"
                + runtime.offload().getParent());
    }

    private static Execution run(String program, boolean played, Map<String, String> more) {
        Map<String, String> environment = new LinkedHashMap<>(Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"));
        environment.putAll(more);
        if (played) {
            environment.put("LD_PRELOAD", "./libplayed.so");
        }
        return workplace.shell(folder, environment, program);
    }

    @ParameterizedTest
    @CsvSource({"newer, true", "portable, true", "portable, false", "older, false"})
    void blocksAreSpreadOverTheCores(String program, boolean played) {
        Execution execution = run("./" + program + " threads", played, Map.of("OMP_NUM_THREADS", "3"));

        assertThat(execution.exitCode()).as(execution::toString).isZero();
        assertThat(Integer.parseInt(execution.output().strip())).isBetween(2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newer", "portable"})
    void hostVersionsServeWhereLaunchesAreRefused(String program) {
        Map<String, String> disabled = Map.of("OMP_TARGET_OFFLOAD", "DISABLED", "OFFLOAD4J_THREADS", "1");

        assertThat(run("./" + program + " sum", false, disabled).output())
                .isNotEmpty()
                .isEqualTo(run("./older sum", false, Map.of("OFFLOAD4J_THREADS", "1"))
                        .output());
    }

    @ParameterizedTest
    @CsvSource({"newer, true", "portable, true", "portable, false", "older, false"})
    void everyVersionAddsUpTheSame(String program, boolean played) {
        Map<String, String> alone = Map.of("OFFLOAD4J_THREADS", "1");

        assertThat(run("./" + program + " sum", played, alone).output())
                .isNotEmpty()
                .isEqualTo(run("./older sum", false, alone).output());
    }

    @ParameterizedTest
    @CsvSource({"newer, true", "portable, true"})
    void aThousandLaunchesFromEightThreadsAreRight(String program, boolean played) {
        Map<String, String> four = Map.of("OFFLOAD4J_THREADS", "4", "OFFLOAD4J_SPREAD_ABOVE", "0");

        assertThat(run("./" + program + " many", played, four).output()).isEqualTo("0 wrong\n");
    }

    @Test
    void whatIsMadeForOlderOnesIsRefused() {
        Execution execution = run("exec ./older sum", true, Map.of());

        assertThat(execution.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(execution.errors()).isEqualTo("libomptarget 23: Incompatible kernel argument version for plugin\n");
    }

    @Test
    void aProgramIsNotLinkedWithALibraryThatItDoesNotRunOn() {
        Execution execution = workplace.shell(
                folder,
                Map.of(
                        "OFFLOAD4J_RUNTIME",
                        RuntimeInstallation.require(22).offload().toString()),
                "irgen build cores.c -I tools/include -l pthread --runtime-abi=llvm-23 -o refused");

        assertThat(execution.exitCode()).isEqualTo(2);
        assertThat(execution.errors())
                .startsWith("irgen: error: code for llvm-23 does not run on libomptarget 22 (")
                .contains("; choose --runtime-abi=llvm-22 or portable, or name another one with --runtime\n");
        assertThat(folder.resolve("refused")).doesNotExist();
    }
}
