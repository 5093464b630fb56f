package io.github.offload4j.runtime.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.cuda.FakeCuda.Result;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where CUDA is missing, or does not fit. */
class CudaAbsenceTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void needsAMachineWithoutCuda() {
        SharedObject driver = new SharedObject("cuda", 1);
        Assumptions.assumeTrue(CudaPlaces.ofThisProcess().find(driver).isEmpty(), "this machine has a CUDA driver");
    }

    /** The loader would find the real one. */
    private static void needsNone(String library) {
        try (NativeLibrary real = NativeLibrary.open(Path.of(library))) {
            Assumptions.abort("this machine has " + real.path());
        } catch (OffloadException none) {
            assertThat(none).hasMessageContaining(library);
        }
    }

    private static void assertSays(Result result, String message) {
        assertThat(result.output().strip()).isEqualTo(message);
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void noDriver() {
        assertSays(
                FakeCuda.absent(directory).ask("devices"),
                "RUNTIME_LIBRARY: there is no NVIDIA driver: libcuda.so.1 is not found; install the driver, or add its"
                        + " library's directory to LD_LIBRARY_PATH");
    }

    @Test
    void noCublas() {
        needsNone("libcublas.so.13");
        assertSays(
                FakeCuda.ofVersion(13, directory)
                        .without("libcublas.so.13")
                        .with("FAKE_CUDA_GPUS", "90")
                        .ask("cublas"),
                "RUNTIME_LIBRARY: libcublas.so.13 is not found; install the CUDA 13 toolkit, or name its directory with"
                        + " CUDA_HOME or LD_LIBRARY_PATH");
    }

    @Test
    void otherMajorVersionThanTheBindings() {
        needsNone("libcudart.so.12");
        assertSays(
                FakeCuda.ofVersion(13, directory).withBindingOfCuda12().ask("devices"),
                "RUNTIME_LIBRARY: the CUDA binding on the class path needs CUDA 12 (libcudart.so.12), and this machine"
                        + " has CUDA 13; use org.bytedeco:cuda:13.1-9.19-1.5.13 in its place, or install CUDA 12");
    }

    @Test
    void driverOfAnOlderMajorVersion() {
        assertSays(
                FakeCuda.ofVersion(13, directory)
                        .with("FAKE_CUDA_DRIVER", "12040")
                        .ask("devices"),
                "RUNTIME_LIBRARY: the NVIDIA driver is too old: it supports CUDA 12.4, and the CUDA binding on the class"
                        + " path needs 13.0; update the driver, or use org.bytedeco:cuda:12.9-9.10-1.5.12 and CUDA 12");
    }

    @Test
    void libraryThatIsNone() throws Exception {
        needsNone("libcublas.so.13");
        FakeCuda machine = FakeCuda.ofVersion(13, directory).without("libcublas.so.13");
        Path toolkit = Files.createDirectories(directory.resolve("toolkit/lib64"));
        Files.writeString(toolkit.resolve("libcublas.so.13"), "not a library");

        assertThat(machine.with("CUDA_HOME", directory.resolve("toolkit").toString())
                        .ask("cublas")
                        .output())
                .startsWith("RUNTIME_LIBRARY: cannot load " + toolkit.resolve("libcublas.so.13") + ": ")
                .contains("file too short");
    }

    @Test
    void toolkitIsFoundByCudaHome() throws Exception {
        FakeCuda machine = FakeCuda.ofVersion(13, directory).with("FAKE_CUDA_GPUS", "90");
        Path toolkit = Files.createDirectories(directory.resolve("toolkit/lib64"));
        for (String library : new String[] {"libcudart.so.13", "libcublas.so.13", "libcublasLt.so.13"}) {
            Files.move(directory.resolve(library), toolkit.resolve(library));
        }

        assertThat(machine.with("CUDA_HOME", directory.resolve("toolkit").toString())
                        .ask("cublas")
                        .output())
                .isEqualTo(toolkit.resolve("libcublas.so.13") + "\n130000\n");
    }

    @Test
    void noGpu() {
        FakeCuda machine = FakeCuda.ofVersion(13, directory);
        assertSays(machine.ask("devices"), "end");
        assertSays(
                machine.ask("cublas"),
                directory.resolve("libcublas.so.13")
                        + "\nARGUMENT: there is no GPU 0; the CUDA driver sees none (CUDA_VISIBLE_DEVICES may hide them)");
        assertSays(
                machine.ask("targets"),
                "TOOL: nvptx64:native needs an NVIDIA GPU on this machine: the CUDA driver sees none"
                        + " (CUDA_VISIBLE_DEVICES may hide them); or name the processor of the GPU that the kernels will"
                        + " run on, such as nvptx64:sm_90");
    }

    @Test
    void driverThatFails() {
        assertSays(
                FakeCuda.ofVersion(13, directory).with("FAKE_CUDA_INIT", "803").ask("devices"),
                "EXECUTION: the CUDA driver's cuInit failed: CUDA_ERROR_SYSTEM_DRIVER_MISMATCH");
    }

    @Test
    void cublasThatFails() {
        assertThat(FakeCuda.ofVersion(13, directory)
                        .with("FAKE_CUDA_GPUS", "90")
                        .with("FAKE_CUBLAS_BROKEN", "1")
                        .ask("cublas")
                        .output())
                .endsWith("EXECUTION: cuBLAS's cublasCreate failed: CUBLAS_STATUS_NOT_INITIALIZED\n");
    }

    @Test
    void noBinding() {
        assertSays(
                FakeCuda.absent(directory).withoutBinding().ask("devices"),
                "RUNTIME_LIBRARY: the CUDA binding is not on the class path; add org.bytedeco:cuda:12.9-9.10-1.5.12 for"
                        + " CUDA 12 or org.bytedeco:cuda:13.1-9.19-1.5.13 for CUDA 13, each also with the classifier"
                        + " linux-x86_64");
    }

    @Test
    void bindingWithoutItsNativePart() {
        assertSays(
                FakeCuda.ofVersion(13, directory)
                        .withoutNativePartOfTheBinding()
                        .ask("devices"),
                "RUNTIME_LIBRARY: the CUDA binding's native part cannot be loaded: add"
                        + " org.bytedeco:cuda:13.1-9.19-1.5.13 with the classifier linux-x86_64 to the class path");
    }

    @Test
    void nothingOfTheBindingIsLoadedBeforeItIsNeeded() {
        Result linker = FakeCuda.absent(directory).ask("linker", "-verbose:class");
        assertThat(linker.output())
                .contains("CubinLinkers")
                .contains("\nfalse\n")
                .doesNotContain("org.bytedeco.cuda.global")
                .doesNotContain("org.bytedeco.cuda.cudart");
    }

    @Test
    void theLinkerInTheDriverIsNotThereWithoutABinding() {
        assertSays(FakeCuda.absent(directory).withoutBinding().ask("linker"), "false");
    }
}
