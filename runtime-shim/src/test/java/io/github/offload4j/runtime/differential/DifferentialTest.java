package io.github.offload4j.runtime.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.differential.ScenarioProcess.Outcome;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same programs on libomptarget, in a process of its own, and on the embedded device. */
class DifferentialTest {
    private static final Pattern COPY =
            Pattern.compile(".*Copying data from (host to device|device to host),.*Size=(\\d+).*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("versions")
    void libomptargetAndTheEmbeddedDeviceDoTheSame(RuntimeAbi abi) throws Exception {
        RuntimeLibrary library = library(abi);
        Path output = folder.resolve("out");
        Path errors = folder.resolve("err");
        run(library, output, errors);

        List<Outcome> onLibomptarget = Files.readAllLines(output).stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> new Outcome(
                        fields[0], fields[1], fields[2].isEmpty() ? List.of() : List.of(fields[2].split(",", -1))))
                .toList();
        List<Outcome> onEmbedded = ScenarioProcess.runEmbedded(abi);

        assertThat(onLibomptarget)
                .extracting(outcome -> outcome.scenario() + ": " + outcome.memory())
                .isEqualTo(onEmbedded.stream()
                        .map(outcome -> outcome.scenario() + ": " + outcome.memory())
                        .toList());
        Map<String, List<String>> reported = reportedCopies(Files.readAllLines(errors));
        for (Outcome outcome : onEmbedded) {
            assertThat(reported.get(outcome.scenario()))
                    .as("what libomptarget reports: " + outcome.scenario())
                    .isEqualTo(unnamed(outcome.transfers()));
        }
        for (Outcome outcome : onLibomptarget) {
            assertThat(unnamed(outcome.transfers()))
                    .as("what is observed from outside: " + outcome.scenario())
                    .isEqualTo(reported.get(outcome.scenario()));
        }
    }

    /** Returns those that are required, and 23 where there is one. */
    private static Stream<RuntimeAbi> versions() {
        Stream<RuntimeAbi> newer = RuntimeLocator.ofThisProcess().search().usable().stream()
                .map(RuntimeLibrary::abi)
                .filter(abi -> abi == RuntimeAbi.LLVM_23)
                .distinct();
        return Stream.concat(Stream.of(RuntimeAbi.LLVM_19, RuntimeAbi.LLVM_22), newer);
    }

    private static RuntimeLibrary library(RuntimeAbi abi) {
        List<RuntimeLibrary> found = RuntimeLocator.ofThisProcess().search().usable().stream()
                .filter(library -> library.abi() == abi)
                .toList();
        if (found.isEmpty()) {
            assertThat(System.getProperty("offload4j.runtimes"))
                    .as("libomptarget " + abi + " is required")
                    .isNotEqualTo("required");
            Assumptions.abort("no libomptarget " + abi);
        }
        return found.get(0);
    }

    private static void run(RuntimeLibrary library, Path output, Path errors) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ScenarioProcess.class.getName(),
                library.path().toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("LIBOMPTARGET_INFO", "32");
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    }

    private static Map<String, List<String>> reportedCopies(List<String> lines) {
        Map<String, List<String>> copies = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(ScenarioProcess.MARK)) {
                current = new ArrayList<>();
                copies.put(line.substring(ScenarioProcess.MARK.length()), current);
            }
            Matcher copy = COPY.matcher(line);
            if (copy.matches()) {
                current.add((copy.group(1).startsWith("host") ? "in " : "out ") + copy.group(2));
            }
        }
        return copies;
    }

    private static List<String> unnamed(List<String> transfers) {
        return transfers.stream()
                .map(text -> text.replaceAll("^(in|out) .*?(\\d+)$", "$1 $2"))
                .toList();
    }
}
