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

/** A program whose launches on the host are spread over its cores, or must not be. */
class CoresTest {
    private static final Path SOURCE = Path.of("src/test/resources/cores/cores.c");
    private static final String THREADS = "OFFLOAD4J_THREADS";

    /** Has launches spread however short they are. */
    private static final Map<String, String> FOUR = Map.of(THREADS, "4", "OFFLOAD4J_SPREAD_ABOVE", "0");

    /** The first line of a function's definition in LLVM's text, up to where attributes may stand. */
    private static final String HEAD = "(?m)^(define [^{\n]*\\)(?: (?:local_)?unnamed_addr)?)(.*)\\{$";

    @TempDir
    static Path folder;

    private static Workplace workplace;

    @BeforeAll
    static void build() throws IOException {
        RuntimeInstallation.require(22);
        workplace = new Workplace(folder);
        workplace.write("cores.c", Files.readString(SOURCE));
        workplace.run("irgen build cores.c --atomic-scope=device -I tools/include -l pthread -o cores");
    }

    private static Execution run(Map<String, String> environment, String how) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"));
        all.putAll(environment);
        return workplace.shell(folder, all, how);
    }

    private static String output(Map<String, String> environment, String how) {
        Execution execution = run(environment, "./cores " + how);
        assertThat(execution.exitCode()).as(execution::toString).isZero();
        return execution.output().strip();
    }

    private static int number(Map<String, String> environment, String how) {
        return Integer.parseInt(output(environment, how));
    }

    @Test
    void aLongLaunchIsRunByAsManyThreadsAsOpenMpHas() {
        assertThat(number(Map.of("OMP_NUM_THREADS", "3"), "threads")).isBetween(2, 3);
    }

    @Test
    void aHostVersionIsSpreadLikeAnImage() {
        assertThat(number(Map.of("OMP_NUM_THREADS", "3", "OMP_TARGET_OFFLOAD", "DISABLED"), "threads"))
                .isBetween(2, 3);
    }

    @Test
    void aShortLaunchIsNotSpread() {
        assertThat(number(Map.of("OMP_NUM_THREADS", "3", "OFFLOAD4J_SPREAD_ABOVE", "10000000"), "threads"))
                .isOne();
    }

    /** What wakes the threads is paid by the first of them. */
    @Test
    void shortLaunchesOneAfterTheOtherAreSpread() {
        assertThat(number(Map.of("OMP_NUM_THREADS", "3"), "series")).isBetween(2, 3);
    }

    @Test
    void shortLaunchesHaveTheThreadsThatTheLibraryGives() {
        assertThat(number(Map.of(THREADS, "4", "OMP_THREAD_LIMIT", "2"), "series"))
                .isBetween(1, 2);
    }

    /** Short launches are not looked at each time, but never long unseen. */
    @Test
    void launchesThatGetLongAreSpreadSoon() {
        assertThat(number(Map.of("OMP_NUM_THREADS", "3"), "longer")).isBetween(2, 3);
    }

    @Test
    void theEnvironmentSaysHowManyThreads() {
        assertThat(number(Map.of(THREADS, "5"), "threads")).isBetween(2, 5);
    }

    @Test
    void aProcessBoundToOneProcessorHasOneThread() {
        assertThat(run(Map.of(), "taskset -c 0 ./cores threads").output()).isEqualTo("1\n");
    }

    @Test
    void whatIsNoNumberOfThreadsIsSaidAndNotLookedAt() {
        Execution execution = run(Map.of(THREADS, "many", "OMP_NUM_THREADS", "1"), "./cores threads");

        assertThat(execution.output()).isEqualTo("1\n");
        assertThat(execution.errors())
                .isEqualTo("offload4j: warning: OFFLOAD4J_THREADS is 'many', which is not a number from 1; it is not"
                        + " looked at\n");
    }

    @Test
    void oneThreadAddsInTheOrderOfTheBlocks() {
        String sum = output(Map.of(THREADS, "1"), "sum");

        assertThat(output(Map.of(THREADS, "1", "OFFLOAD4J_SPREAD_ABOVE", "0"), "sum"))
                .isEqualTo(sum);
        assertThat(output(Map.of("OFFLOAD4J_SPREAD_ABOVE", "10000000"), "sum")).isEqualTo(sum);
    }

    @Test
    void aThousandLaunchesFromEightThreadsAreRight() {
        assertThat(output(FOUR, "many")).isEqualTo("0 wrong");
    }

    /** Beside a team of four there is at most the thread that came too late to be one of them. */
    @ParameterizedTest
    @CsvSource({"2, 5", "8, 11"})
    void launchesTogetherHaveNoMoreThreadsThanOne(int launching, int most) {
        assertThat(number(FOUR, "together " + launching)).isBetween(2, most);
    }

    @Test
    void aForkedChildStartsNoThreads() {
        assertThat(output(FOUR, "fork")).isEqualTo("several 1 several");
    }

    @Test
    void launchesInAParallelRegionStayOnTheirThreads() {
        Map<String, String> environment = new LinkedHashMap<>(FOUR);
        environment.put("OMP_NUM_THREADS", "2");

        assertThat(output(environment, "nested")).isEqualTo("2 alone, 0 others");
    }

    @Test
    void aNestedRegionHasThreadsWhereTheUserAllowsThem() {
        Map<String, String> environment = new LinkedHashMap<>(FOUR);
        environment.putAll(Map.of("OMP_NUM_THREADS", "2", "OMP_MAX_ACTIVE_LEVELS", "2"));

        assertThat(output(environment, "nested")).doesNotStartWith("2 alone");
    }

    /**
     * What other threads do is seen through LLVM's Archer, which libomp loads in such a program, as libomp itself is not watched.
     */
    @ParameterizedTest
    @ValueSource(strings = {"threads", "many", "sum"})
    void theThreadSanitizerFindsNothing(String how) throws IOException {
        Workplace.require("clang-22");
        Path watched = folder.resolve("watched");
        if (!Files.exists(watched)) {
            workplace.run("irgen build cores.c --atomic-scope=device -I tools/include --emit=ll -o cores.ll");
            workplace.write(
                    "watched.ll",
                    Files.readString(folder.resolve("cores.ll")).replaceAll(HEAD, "$1 sanitize_thread$2{"));
            RuntimeInstallation runtime = RuntimeInstallation.require(22);
            workplace.run("clang-22 -Wno-override-module -fsanitize=thread -O1 watched.ll -o watched "
                    + runtime.offload() + " " + runtime.openmp() + " -Wl,-rpath,"
                    + runtime.offload().getParent() + " -lpthread");
        }
        Map<String, String> environment = new LinkedHashMap<>(FOUR);
        environment.putAll(Map.of(
                "OMP_TARGET_OFFLOAD",
                "DISABLED",
                "TSAN_OPTIONS",
                "ignore_noninstrumented_modules=1",
                "ARCHER_OPTIONS",
                "verbose=1"));
        Execution execution = run(environment, "./watched " + how);

        assertThat(execution.output()).contains("Archer detected");
        assertThat(execution.errors()).isEmpty();
        assertThat(execution.exitCode()).isZero();
    }

    /** Threads of the library's launches are libomp's, and keep nothing of it. */
    @Test
    void aSharedLibraryIsUnloadedAfterItsLaunches() throws IOException {
        workplace.run("irgen build cores.c -I tools/include -l pthread -o libcores.so");
        workplace.write("load.c", """
                #include <dlfcn.h>
                #include <stdio.h>
                int main(void) {
                  char *arguments[] = {"cores", "threads"};
                  for (int i = 0; i < 3; i++) {
                    void *library = dlopen("./libcores.so", RTLD_NOW);
                    int (*start)(int, char **) = (int (*)(int, char **))dlsym(library, "main");
                    start(2, arguments);
                    dlclose(library);
                  }
                  puts("unloaded");
                }
                """);
        workplace.run("cc load.c -ldl -o load");

        assertThat(run(FOUR, "./load").output()).endsWith("unloaded\n");
    }

    /** By host versions: libomptarget itself takes its tables apart under launches that come by it, one time in sixty. */
    @Test
    void aProgramEndsWhileItsLaunchesRun() {
        Map<String, String> environment = new LinkedHashMap<>(FOUR);
        environment.put("OMP_TARGET_OFFLOAD", "DISABLED");

        Execution execution = run(environment, "./cores exit");

        assertThat(execution.output()).as(execution::toString).isEqualTo("bye\n");
        assertThat(execution.exitCode()).isEqualTo(7);
    }
}
