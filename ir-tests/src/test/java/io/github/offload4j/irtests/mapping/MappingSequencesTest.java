package io.github.offload4j.irtests.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.mapping.Runner.Aborting;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sequences of mapping made by chance do on each runtime what the model says.
 *
 * <p>{@code -Doffload4j.mapping.sequences} sets how many, and {@code -Doffload4j.mapping.seed} which.
 */
class MappingSequencesTest {
    private static final int COUNT = Integer.getInteger("offload4j.mapping.sequences", 300);
    private static final long SEED = Long.getLong("offload4j.mapping.seed", System.nanoTime() % 1_000_000_000);

    private static final long LIMIT_IN_MINUTES = 30;
    private static final int DESCRIBED = 5;

    @TempDir
    Path directory;

    @BeforeAll
    static void printSeed() {
        System.out.println(COUNT + " sequences of mapping, -Doffload4j.mapping.seed=" + SEED);
    }

    @Test
    void theLenientEmbeddedDeviceDoesWhatTheModelSays() {
        embeddedDoesWhatTheModelSays(EmbeddedOptions.defaults().lenient(), false);
    }

    @Test
    void theStrictEmbeddedDeviceStopsWhereTheModelSays() {
        embeddedDoesWhatTheModelSays(EmbeddedOptions.defaults(), true);
    }

    private static void embeddedDoesWhatTheModelSays(EmbeddedOptions options, boolean strict) {
        List<String> differences = new ArrayList<>();
        EventLines events = new EventLines();
        Runner runner = new Runner(events, Aborting.THROWS, step -> {});
        HostMemories memories = new HostMemories(COUNT);
        // What sequences leave mapped is an error when a strict device is closed; it is left open.
        OffloadRuntime runtime = OffloadRuntime.embedded(options);
        try (OffloadProgram program =
                OffloadJit.on(runtime).trace(events).build().load(MappingProgram.make(), MappingProgram.NAME)) {
            for (int i = 0; i < COUNT; i++) {
                List<Step> steps = Sequence.of(SEED, i);
                Outcome expected = ReferenceModel.run(steps, strict);
                Outcome found = runner.run(program, steps, expected.stop(), memories.get(i));
                compare("the embedded device", i, steps, expected, found, differences);
            }
        }
        assertNone(differences);
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 22})
    void libomptargetDoesWhatTheModelSays(int version) throws Exception {
        Path output = directory.resolve("out");
        Path errors = directory.resolve("err");
        runOnLibomptarget(version, output, errors);

        List<String> lines = Files.readAllLines(output);
        List<InfoLog.Report> reports = InfoLog.read(Files.readAllLines(errors));
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            List<Step> steps = Sequence.of(SEED, i);
            Outcome expected = seenFromOutside(steps);
            String[] fields = lines.get(i).split("\t", -1);
            compare("libomptarget " + version, i, steps, expected, found(fields, reports.get(i)), differences);
        }
        assertNone(differences);
    }

    private void runOnLibomptarget(int version, Path output, Path errors) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MappingProcess.class.getName(),
                Long.toString(SEED),
                Integer.toString(COUNT),
                RuntimeInstallation.require(version).offload().toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(OMP|OMPX|OMPTARGET|LIBOMPTARGET|LIBOMP)_.*"));
        builder.environment().put("LIBOMPTARGET_INFO", InfoLog.LEVEL);
        Process process = builder.start();
        boolean ended = process.waitFor(LIMIT_IN_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).as(errors.toString()).isZero();
    }

    /** The call that libomptarget aborts on is made by a copy of the process, whose memory is gone with it. */
    private static Outcome seenFromOutside(List<Step> steps) {
        Outcome expected = ReferenceModel.run(steps, false);
        int stop = expected.stop().isEmpty() ? steps.size() : steps.size() - 1;
        Outcome before = ReferenceModel.run(steps.subList(0, stop), false);
        return new Outcome(before.results(), expected.transfers(), before.memory(), expected.stop())
                .withoutReleasedSizes();
    }

    private static List<String> list(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(",", -1));
    }

    private static Outcome found(String[] fields, InfoLog.Report report) {
        String reason = report.refusals().isEmpty()
                ? "nothing"
                : report.refusals().get(0).name();
        return new Outcome(list(fields[0]), report.transfers(), fields[1], fields[2].replace("aborted", reason))
                .withoutReleasedSizes();
    }

    private static void compare(
            String where, int number, List<Step> steps, Outcome expected, Outcome found, List<String> differences) {
        if (!expected.allows(found)) {
            differences.add(Differences.describe(where, number, steps, expected, found));
        }
    }

    private static void assertNone(List<String> differences) {
        assertThat(differences.stream().limit(DESCRIBED))
                .as("%d of %d sequences of -Doffload4j.mapping.seed=%d", differences.size(), COUNT, SEED)
                .isEmpty();
    }
}
