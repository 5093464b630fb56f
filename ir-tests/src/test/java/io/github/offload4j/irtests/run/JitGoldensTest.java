package io.github.offload4j.irtests.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.irtests.fixture.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The executed programs, compiled into one JVM with their drivers and run there again and again in changing orders, on the
 * embedded device and on libomptarget.
 */
class JitGoldensTest {
    private static final int FEW_ROUNDS = 1;

    /** How often the test of the memory repeats the programs; without it, that and the rarer policies are left out. */
    private static final String ROUNDS = "offload4j.rounds";

    private static final int HEAP_KILOBYTES = 256 * 1024;

    /** What a program did. */
    private record Run(String golden, String place, List<String> output, String copies, int exitCode) {}

    @Test
    void everyDriverRunsHereOrStaysOutForAReason() throws IOException {
        TreeSet<String> drivers = new TreeSet<>(JitGoldens.EXCLUDED.keySet());
        // its program is left out where OpenBLAS is not installed
        drivers.add(new SgemvSites().driver());
        for (JitGolden golden : JitGoldens.of(RuntimeAbi.LLVM_22)) {
            assertThat(golden.drivers()).doesNotContainAnyElementsOf(JitGoldens.EXCLUDED.keySet());
            drivers.addAll(golden.drivers());
        }
        try (Stream<Path> files =
                Files.list(Program.resource(Program.MAIN).toAbsolutePath().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*\\.cc?")))
                    .containsExactlyInAnyOrderElementsOf(drivers);
        }
        assertThat(JitGoldens.EXCLUDED).hasSize(11);
    }

    @Test
    void everyProgramPassesOnTheEmbeddedDevice() {
        runAll(FEW_ROUNDS, "", "", Optional.empty());
    }

    @Test
    void everyProgramPassesOnTheEmbeddedDeviceLikeEveryVersion() {
        List<EmbeddedVersion> versions = EmbeddedVersion.all();
        String names = versions.stream().map(EmbeddedVersion::toString).collect(joining(","));

        List<Run> runs = runAll(FEW_ROUNDS, "", "", Optional.empty(), List.of("-Doffload4j.versions=" + names));

        assertThat(runs.stream().map(Run::place).distinct())
                .containsExactlyElementsOf(
                        versions.stream().map(version -> "embedded " + version).toList());
    }

    /** Returns the versions that are required, and 23 where it is found. */
    private static IntStream versions() {
        IntStream newer = RuntimeInstallation.find(23).isPresent() ? IntStream.of(23) : IntStream.empty();
        return IntStream.concat(IntStream.of(22, 19), newer);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyProgramPassesOnBothAndCopiesTheSame(int version) {
        runAndCompare(version, "", "");
    }

    @ParameterizedTest
    @CsvSource({"OMP_DEFAULT_DEVICE, 2", "OMP_TARGET_OFFLOAD, DISABLED"})
    @EnabledIfSystemProperty(named = ROUNDS, matches = "[1-9][0-9]*", disabledReason = "it takes a minute")
    void everyProgramPassesOnTheEmbeddedDeviceUnderEveryPolicy(String variable, String value) {
        runAll(FEW_ROUNDS, variable, value, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"22, OMP_DEFAULT_DEVICE, 2", "22, OMP_TARGET_OFFLOAD, DISABLED", "19, OMP_TARGET_OFFLOAD, DISABLED"})
    @EnabledIfSystemProperty(named = ROUNDS, matches = "[1-9][0-9]*", disabledReason = "it takes a minute")
    void everyProgramPassesOnBothAndCopiesTheSameUnderEveryPolicy(int version, String variable, String value) {
        runAndCompare(version, variable, value);
    }

    /** Returns copies without those that put a member's address on the device, of which each runtime tells in its own way. */
    private static String withoutStoredPointers(String copies) {
        return Stream.of(copies.split(", ", -1))
                .filter(copy -> !copy.matches("in \\w+->\\d+ 8"))
                .collect(joining(", "));
    }

    private static void runAndCompare(int version, String variable, String value) {
        List<Run> runs = runAll(
                FEW_ROUNDS,
                variable,
                value,
                Optional.of(RuntimeInstallation.require(version).offload()));
        Map<String, String> embedded = new HashMap<>();
        runs.stream()
                .filter(run -> run.place().equals("embedded"))
                .forEach(run -> embedded.put(run.golden(), run.copies()));
        assertThat(runs).filteredOn(run -> run.place().equals("libomptarget")).isNotEmpty();
        for (Run run : runs) {
            if (run.golden().startsWith(JitGoldens.MEMBERS)) {
                continue;
            }
            // Threads and tasks copy in any order, and 19 has fewer grids.
            boolean anyOrder = run.golden().startsWith("images") || run.golden().equals("asynchronous");
            if (!anyOrder) {
                assertThat(withoutStoredPointers(run.copies()))
                        .as(run.golden())
                        .isEqualTo(withoutStoredPointers(embedded.get(run.golden())));
            } else if (version >= 20 || !run.golden().startsWith("images")) {
                assertThat(withoutStoredPointers(run.copies()).split(", ", -1))
                        .as(run.golden())
                        .containsExactlyInAnyOrder(withoutStoredPointers(embedded.get(run.golden()))
                                .split(", ", -1));
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = ROUNDS, matches = "[1-9][0-9]+")
    void manyRoundsOnBothDoNotMakeTheProcessGrow() {
        runAll(
                Integer.getInteger(ROUNDS),
                "",
                "",
                Optional.of(RuntimeInstallation.require(22).offload()));
    }

    private static List<Run> runAll(int rounds, String variable, String value, Optional<Path> library) {
        return runAll(rounds, variable, value, library, List.of());
    }

    private static List<Run> runAll(
            int rounds, String variable, String value, Optional<Path> library, List<String> properties) {
        long seed = Long.getLong("offload4j.seed", System.nanoTime());
        System.out.println("order of the programs: -Doffload4j.seed=" + seed);
        Map<String, String> environment = new HashMap<>(Map.of("FORGET_REGISTRATION", "1"));
        if (!variable.isEmpty()) {
            environment.put(variable, value);
        }
        List<String> arguments =
                new ArrayList<>(List.of(Integer.toString(rounds / 10), Integer.toString(rounds), Long.toString(seed)));
        library.ifPresent(path -> arguments.add(path.toString()));
        List<String> options = new ArrayList<>(List.of(
                "-Xms" + HEAP_KILOBYTES + "k",
                "-Xmx" + HEAP_KILOBYTES + "k",
                "-XX:+AlwaysPreTouch",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Dbasedir=" + System.getProperty("basedir", "")));
        options.addAll(properties);
        ChildJvm.Result result =
                ChildJvm.run(JitGoldenProcess.class, environment, options, arguments.toArray(String[]::new));
        List<String> lines = result.output().lines().toList();
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        assertThat(result.status()).as(end).isZero();

        List<Run> runs = runs(lines);
        for (Run run : runs) {
            assertThat(run.exitCode()).as(run.toString()).isZero();
            if (run.golden().startsWith("sgemv")) {
                assertSums(run);
            }
        }
        assertThat(runs.stream().map(Run::golden).distinct()).hasSizeGreaterThan(10);
        if (rounds > FEW_ROUNDS) {
            assertMemory(lines);
        }
        return runs;
    }

    private static List<Run> runs(List<String> lines) {
        List<Run> runs = new ArrayList<>();
        List<String> output = new ArrayList<>();
        String name = "";
        String copies = "";
        for (String line : lines) {
            if (line.startsWith(JitGoldenProcess.BEGIN)) {
                name = line.substring(JitGoldenProcess.BEGIN.length());
                output = new ArrayList<>();
            } else if (line.startsWith(JitGoldenProcess.COPIES)) {
                copies = line.substring(JitGoldenProcess.COPIES.length());
            } else if (line.startsWith(JitGoldenProcess.END)) {
                String[] where = name.split(" on ", 2);
                int exitCode = Integer.parseInt(line.substring(JitGoldenProcess.END.length()));
                runs.add(new Run(where[0], where[1], output, copies, exitCode));
            } else {
                output.add(line);
            }
        }
        return runs;
    }

    /** The driver prints what it computed, once for each of its three scenarios. */
    private static void assertSums(Run run) {
        List<Float> sums = run.output().stream()
                .filter(line -> line.startsWith("y "))
                .map(line -> Float.valueOf(line.substring(2)))
                .toList();
        List<Float> expected = new ArrayList<>();
        for (int scenario = 0; scenario < 3; scenario++) {
            expected.addAll(BlasTest.expected());
        }
        assertThat(sums).isEqualTo(expected);
    }

    /** Looks at what the process has beside the heap, which is all there from the start. */
    private static void assertMemory(List<String> lines) {
        List<Long> kilobytes = lines.stream()
                .filter(line -> line.startsWith(JitGoldenProcess.MEMORY))
                .map(line -> Long.parseLong(line.substring(JitGoldenProcess.MEMORY.length())) - HEAP_KILOBYTES)
                .toList();
        String words = String.format(
                Locale.ROOT,
                "%d KiB of native memory after the warm-up, %d at the end",
                kilobytes.get(0),
                kilobytes.get(1));
        System.out.println(words);
        assertThat(kilobytes.get(1) - kilobytes.get(0)).as(words).isLessThan(kilobytes.get(0) / 20);
    }
}
