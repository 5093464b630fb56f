package io.github.offload4j.irtests.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Structures with pointers leave the memory that the host alone would leave, wherever and however they travel. */
class StructuresTest {
    private static final Map<String, String> MANDATORY = Map.of("OMP_TARGET_OFFLOAD", "MANDATORY");

    private static final Pattern CALL = Pattern.compile("((Entering|Exiting) OpenMP (data region|kernel))");

    @TempDir
    private static Path folder;

    private static Workplace workplace;
    private static String onHost;

    @BeforeAll
    static void runOnHost() throws IOException {
        Workplace.require("cc");
        workplace = new Workplace(folder);
        for (String name : new String[] {
            "situations.h",
            "situations.c",
            "parts.c",
            "tree.c",
            "visit.c",
            "mapper.c",
            "living.c",
            "apart.c",
            "abutting.c",
            "neighbours.c",
            "marks.c",
            "marks.rs",
            "marks.f90",
            "kernels.c"
        }) {
            workplace.write(name, resource(name));
        }
        workplace.example("structures.yaml");
        onHost = workplace.run("cc -O1 -DHOST situations.c -o on-host && ./on-host");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StructuresTest.class.getResourceAsStream("/structures/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Runs a program with the runtime of a version. */
    private static String output(String program, String version) {
        Path library =
                RuntimeInstallation.require(Integer.parseInt(version)).offload().getParent();
        Execution execution = workplace.shell(folder, MANDATORY, "LD_LIBRARY_PATH=" + library + " ./" + program);
        assertThat(execution.exitCode()).as(execution.toString()).isZero();
        return execution.output();
    }

    @ParameterizedTest
    @CsvSource({
        "llvm-22, split, 22",
        "llvm-22, fused, 22",
        "llvm-22, resident, 22",
        "llvm-19, split, 19",
        "portable, split, 22",
        "portable, fused, 19",
        "portable, resident, 19",
    })
    void everySituationIsTheHosts(String abi, String transfers, String version) {
        String program = "situations-" + abi + "-" + transfers;
        workplace.run("irgen build situations.c --runtime-abi=" + abi + " --transfers=" + transfers + " -o " + program
                + " 2>/dev/null");

        assertThat(output(program, version)).isEqualTo(onHost);
    }

    @Test
    void everySituationIsTheHostsOnTheEmbeddedDevice() {
        assertThat(workplace.run("irgen run situations.c --runtime=embedded 2>/dev/null"))
                .isEqualTo(onHost);
    }

    @Test
    void everySituationIsTheHostsWhereOffloadingIsDisabled() {
        workplace.run("irgen build situations.c -o disabled 2>/dev/null");

        Execution execution = workplace.shell(folder, Map.of("OMP_TARGET_OFFLOAD", "DISABLED"), "./disabled");

        assertThat(execution.output()).as(execution.toString()).isEqualTo(onHost);
    }

    @ParameterizedTest
    @CsvSource({"llvm-22, split, 22", "llvm-22, fused, 22", "portable, split, 19", "portable, fused, 22"})
    void treesOfASpecAreMappedWhole(String abi, String transfers, String version) {
        String program = "tree-" + abi + "-" + transfers;
        workplace.run("cc -O1 -c tree.c -o tree.o && irgen build tools/examples/structures.yaml --device visit.c"
                + " --target=x86_64 --runtime-abi=" + abi + " --transfers=" + transfers + " --link tree.o -o "
                + program);

        assertThat(output(program, version)).isEqualTo("1185 nodes 5.63463e+06 1.12693e+07\n");
    }

    @Test
    void aTreeTakesThreeCallsOfTheRuntime() {
        workplace.run("cc -O1 -c tree.c -o calls.o && irgen build tools/examples/structures.yaml --device visit.c"
                + " --target=x86_64 --link calls.o -o calls");
        Path library = RuntimeInstallation.require(22).offload().getParent();

        Execution execution = workplace.shell(
                folder, Map.of("LIBOMPTARGET_INFO", "1"), "LD_LIBRARY_PATH=" + library + " ./calls 2>&1");

        assertThat(CALL.matcher(execution.output()).results().map(call -> call.group(1)))
                .containsExactly("Entering OpenMP data region", "Entering OpenMP kernel", "Exiting OpenMP data region");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19", "22"})
    void mapperFunctionsOfTheProgramTellWhatTravels(String version) {
        workplace.run("irgen build mapper.c --check=host-use-of-device-memory=off --runtime-abi=portable -o mapper");

        assertThat(output("mapper", version)).isEqualTo("kernel 1 4 9 16 25 36\nhost 2 8 18 32 50 72\n");
    }

    @Test
    void mapperFunctionsAreCalledByTheEmbeddedDevice() {
        assertThat(workplace.run("irgen run mapper.c --check=host-use-of-device-memory=off --runtime=embedded"))
                .isEqualTo("kernel 1 4 9 16 25 36\nhost 2 8 18 32 50 72\n");
    }

    @ParameterizedTest
    @CsvSource({"llvm-22, 22", "portable, 19", "portable, 22"})
    void structuresLiveAcrossCalls(String abi, String version) {
        workplace.run("irgen build living.c --runtime-abi=" + abi + " -o living-" + abi + " 2>/dev/null");

        assertThat(output("living-" + abi, version)).isEqualTo("5 5 5\n107 7 7\n108 8 8\n");
    }

    @Test
    void structuresLiveAcrossCallsOnTheEmbeddedDevice() {
        assertThat(workplace.run("irgen run living.c --runtime=embedded 2>/dev/null"))
                .isEqualTo("5 5 5\n107 7 7\n108 8 8\n");
    }

    @ParameterizedTest
    @CsvSource({"llvm-22, 22", "portable, 19", "portable, 22"})
    void whatWasPutOnTheDeviceApartIsUsedTogether(String abi, String version) {
        workplace.run("irgen build apart.c --runtime-abi=" + abi + " -o apart-" + abi);

        assertThat(output("apart-" + abi, version)).isEqualTo("1 2 3 4\n11 12 23 24 1\n");
    }

    @Test
    void whatWasPutOnTheEmbeddedDeviceApartIsUsedTogether() {
        assertThat(workplace.run("irgen run apart.c --runtime=embedded")).isEqualTo("1 2 3 4\n11 12 23 24 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"llvm-22", "portable"})
    void neighboursOnTheEmbeddedDeviceAreApart(String abi) {
        workplace.run("irgen build abutting.c --runtime-abi=" + abi + " --emit=ll -o abutting.ll");

        assertThat(workplace.run("irgen run abutting.ll --runtime=embedded")).isEqualTo("6 6 6 11 12\n");
    }

    @ParameterizedTest
    @CsvSource({"split, 6", "resident, 2"})
    void arraysStayOnTheDeviceBesideStructures(String transfers, int copies) {
        String program = "neighbours-" + transfers;
        workplace.run("irgen build neighbours.c --target=x86_64 --transfers=" + transfers + " -o " + program);
        Path library = RuntimeInstallation.require(22).offload().getParent();

        Execution execution = workplace.shell(
                folder, Map.of("LIBOMPTARGET_INFO", "32"), "LD_LIBRARY_PATH=" + library + " ./" + program + " 2>&1");

        assertThat(execution.output()).contains(" 1 4 7 10 13 16 19 8 16 24 32\n");
        assertThat(Pattern.compile("Size=56,").matcher(execution.output()).results())
                .hasSize(copies);
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "resident"})
    void arraysThatStructuresPointIntoGoBackBefore(String transfers) {
        String program = "inside-" + transfers;
        workplace.run("irgen build neighbours.c -DINSIDE --target=x86_64 --transfers=" + transfers + " -o " + program);

        assertThat(output(program, "22")).isEqualTo(" 8 22 36 50 13 16 19 1 2 3 4\n");
    }

    private static final String BY_MARKS =
            " 2 4 6 8 10 12\n 2 4 12 16 10 12\n 4 4 24 16 20 12\n 4 8 24 32 20 24\n 8 16 48 64 40 24\n";

    @ParameterizedTest
    @CsvSource({
        "cc, marks.c, ''",
        "c++, marks.cpp, ''",
        "rustc, marks.rs, ''",
        "flang-22, marks.f90, --device kernels.c",
    })
    void everyLanguageHasTheMarks(String compiler, String source, String kernels) throws IOException {
        Workplace.require(compiler);
        workplace.write("marks.cpp", resource("marks.c"));
        String inputs = source + " " + kernels;
        workplace.run("irgen build " + inputs + " --target=x86_64 -o " + source + ".exe 2>/dev/null");

        assertThat(output(source + ".exe", "22")).isEqualTo(BY_MARKS);
        assertThat(workplace.run("irgen run " + inputs + " --runtime=embedded 2>/dev/null"))
                .isEqualTo(BY_MARKS);
    }
}
