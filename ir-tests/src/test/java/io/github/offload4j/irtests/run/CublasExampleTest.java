package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.examples.CublasProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example that calls cuBLAS from Java, with a cuBLAS that computes in the memory of the host plugin's device. */
class CublasExampleTest {
    private static final Path FAKES = Path.of("../runtime-shim/src/test/resources/fake-cuda/build");

    @TempDir
    static Path libraries;

    @BeforeAll
    static void build() {
        Execution built = Execution.ofTool(List.of("sh", FAKES.toString(), libraries.toString(), "13"));
        assertThat(built.exitCode()).as(built::toString).isZero();
    }

    private static Execution run(Map<String, String> machine) {
        Map<String, String> environment = new HashMap<>(machine);
        environment.put("LD_LIBRARY_PATH", libraries.toString());
        return Execution.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                environment,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CublasProduct.class.getName());
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 22})
    void multipliesOnTheDeviceAndGivesEverythingBack(int version) throws IOException {
        Path log = libraries.resolve("calls-" + version);
        Execution execution = run(Map.of(
                "FAKE_CUDA_GPUS", "90",
                "FAKE_CUDA_LOG", log.toString(),
                "OFFLOAD4J_RUNTIME",
                        RuntimeInstallation.require(version).offload().toString()));

        assertThat(execution.output()).as(execution::toString).isEqualTo("[321.0, 654.0, 987.0]\n");
        assertThat(execution.errors()).isEmpty();
        assertThat(Files.readAllLines(log))
                .containsExactly(
                        "cuDevicePrimaryCtxRetain 0",
                        "cublasCreate",
                        "cublasSgemv 3 3",
                        "cublasDestroy",
                        "cuDevicePrimaryCtxRelease 0");
    }

    @Test
    void saysWhenThereIsNoGpu() {
        RuntimeInstallation.require(22);
        assertThat(run(Map.of()).errors()).contains("there is no GPU 0; the CUDA driver sees none");
    }
}
