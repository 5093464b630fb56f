package io.github.offload4j.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibomptargetRunTest {
    @ParameterizedTest
    @EnumSource(
            value = RuntimeAbi.class,
            names = {"LLVM_22", "LLVM_19"})
    void aTestRunsOnLibomptarget(RuntimeAbi abi) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LibomptargetRunProcess.class.getName(),
                        library(abi).path().toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).endsWith("right\n");
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
