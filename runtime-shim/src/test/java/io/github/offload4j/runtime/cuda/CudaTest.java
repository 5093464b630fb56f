package io.github.offload4j.runtime.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.runtime.cuda.FakeCuda.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the classes for CUDA ask of the driver and of cuBLAS, with both bindings. */
class CudaTest {
    @TempDir
    private Path directory;

    private FakeCuda machine(int major) {
        FakeCuda machine = FakeCuda.ofVersion(major, directory).with("FAKE_CUDA_DRIVER", major + "000");
        return major == 12 ? machine.withBindingOfCuda12() : machine;
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13})
    void devicesAreListedInTheDriversOrder(int major) {
        Result result = machine(major).with("FAKE_CUDA_GPUS", "90,86").ask("devices");

        assertThat(result.output())
                .isEqualTo("CudaDevice[ordinal=0, name=Fake GPU 0, memoryBytes=85899345920, computeCapability=9.0,"
                        + " pciBusId=0000:01:00.0, uuid=a0a1a2a3-a4a5-a6a7-a8a9-aaabacadae00]\n"
                        + "CudaDevice[ordinal=1, name=Fake GPU 1, memoryBytes=85899345921, computeCapability=8.6,"
                        + " pciBusId=0000:02:00.0, uuid=a0a1a2a3-a4a5-a6a7-a8a9-aaabacadae01]\nend\n");
        assertThat(result.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13})
    void ownersGiveBackWhatTheyHoldInReverse(int major) {
        Result result = machine(major).with("FAKE_CUDA_GPUS", "90,90").ask("owners");

        assertThat(result.output()).isEqualTo("cuBLAS 130000\n");
        assertThat(result.errors()).isEmpty();
        assertThat(result.calls())
                .containsExactly(
                        "cuDevicePrimaryCtxSetFlags 1 1",
                        "cuDevicePrimaryCtxRetain 1",
                        "cuStreamCreate 0 on 1 with flags 1",
                        "cublasCreate",
                        "cublasSetStream",
                        "cuStreamSynchronize 0",
                        "cuCtxSynchronize on 1",
                        "cublasDestroy",
                        "cuStreamDestroy 0",
                        "cuDevicePrimaryCtxRelease 1");
    }

    @Test
    void wrongUseIsRefusedBeforeTheDriverHearsOfIt() {
        Result result = machine(13).with("FAKE_CUDA_GPUS", "90,90").ask("misuse");

        assertThat(result.output().lines())
                .containsExactly(
                        "ARGUMENT: there is no GPU 2; the CUDA driver sees 2, numbered from 0",
                        "STATE: streams or cuBLAS handles of GPU 0 are still open (2); close them before the primary"
                                + " context",
                        "ARGUMENT: the stream is of GPU 1, and the cuBLAS handle of GPU 0",
                        "STATE: a cuBLAS handle still works in the CUDA stream; close the handle before the stream",
                        "STATE: the CUDA stream is closed",
                        "STATE: the cuBLAS handle is closed",
                        "STATE: the primary context of GPU 0 is closed");
        assertThat(result.calls().stream().filter(call -> call.startsWith("cuDevicePrimaryCtxRelease 0")))
                .hasSize(1);
        assertThat(result.calls()).filteredOn("cublasDestroy"::equals).hasSize(1);
    }

    @Test
    void programsAreBoundToTheCublasThatMadeTheHandle() {
        Result result = machine(13).with("FAKE_CUDA_GPUS", "90").ask("cublas");

        assertThat(result.output()).isEqualTo(directory.resolve("libcublas.so.13") + "\n130000\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "90,90"})
    void equalGpusAreOneTarget(String gpus) {
        assertThat(machine(13).with("FAKE_CUDA_GPUS", gpus).ask("targets").output())
                .isEqualTo("nvptx64:sm_90\n");
    }

    @Test
    void differentGpusAreATargetEach() {
        assertThat(machine(13)
                        .with("FAKE_CUDA_GPUS", "90,86,90,120")
                        .ask("targets")
                        .output())
                .isEqualTo("nvptx64:sm_90\nnvptx64:sm_86\nnvptx64:sm_120\n");
    }
}
