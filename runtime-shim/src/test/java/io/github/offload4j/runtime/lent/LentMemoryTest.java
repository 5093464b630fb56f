package io.github.offload4j.runtime.lent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program maps of its arguments lies inside them, on every runtime, or it is refused before a byte is touched. */
class LentMemoryTest {
    @TestFactory
    Stream<DynamicTest> onEmbeddedDevices() {
        OffloadRuntime runtime = OffloadRuntime.embedded(EmbeddedOptions.defaults());
        LentCases cases = new LentCases(OffloadJit.on(runtime), RuntimeAbi.LLVM_22);
        return cases.all().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.name(), () -> assertThat(call.outcome()).isEqualTo(call.message())))
                .onClose(() -> {
                    cases.close();
                    runtime.close();
                });
    }

    @Test
    void alsoWhereOffloadingIsDisabled() {
        try (OffloadRuntime runtime =
                        OffloadRuntime.embedded(EmbeddedOptions.defaults().disabled());
                LentCases cases = new LentCases(OffloadJit.on(runtime), RuntimeAbi.LLVM_22)) {
            assertThat(cases.all())
                    .filteredOn(call -> call.name().equals("a short array of a host function"))
                    .allSatisfy(call -> assertThat(call.outcome()).isEqualTo(call.message()));
        }
    }

    @ParameterizedTest
    @CsvSource({"LLVM_22, untraced", "LLVM_22, traced", "LLVM_19, untraced"})
    void onLibomptargetTwiceInOneProcess(RuntimeAbi abi, String mode) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LentProcess.class.getName(),
                        library(abi).path().toString(),
                        mode)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();

        List<String> expected;
        try (OffloadRuntime runtime = OffloadRuntime.embedded(EmbeddedOptions.defaults());
                LentCases cases = new LentCases(OffloadJit.on(runtime), abi)) {
            expected = cases.all().stream()
                    .map(call -> call.name() + "\t" + call.message())
                    .toList();
        }
        assertThat(output.lines())
                .containsExactlyElementsOf(
                        Stream.concat(expected.stream(), expected.stream()).toList());
    }

    private static RuntimeLibrary library(RuntimeAbi abi) {
        Optional<RuntimeLibrary> found = RuntimeLocator.ofThisProcess().search().usable().stream()
                .filter(library -> library.abi() == abi)
                .findFirst();
        if (found.isEmpty()) {
            assertThat(System.getProperty("offload4j.runtimes"))
                    .as("libomptarget " + abi + " is required")
                    .isNotEqualTo("required");
            Assumptions.abort("no libomptarget " + abi);
        }
        return found.get();
    }
}
