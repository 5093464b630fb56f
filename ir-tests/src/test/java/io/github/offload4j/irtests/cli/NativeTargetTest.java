package io.github.offload4j.irtests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --target=nvptx64:native} on machines whose CUDA driver only pretends. */
class NativeTargetTest {
    private static final Path FAKES =
            Path.of("../runtime-shim/src/test/resources/fake-cuda/build").toAbsolutePath();
    private static final Path EXAMPLES = Path.of("../tools/examples").toAbsolutePath();
    private static final String KERNEL = EXAMPLES.resolve("saxpy-kernel.ll").toString();

    @TempDir
    static Path directory;

    @BeforeAll
    static void build() throws Exception {
        Process built = new ProcessBuilder("sh", FAKES.toString(), directory.toString(), "13")
                .inheritIO()
                .start();
        assertThat(built.waitFor()).isZero();
    }

    private static IrgenProcess irgen(String gpus, String... arguments) {
        return IrgenProcess.run(
                directory, Map.of("LD_LIBRARY_PATH", directory.toString(), "FAKE_CUDA_GPUS", gpus), arguments);
    }

    @Test
    void equalGpusAreCompiledForOnce() {
        IrgenProcess device = irgen("86,86", "device", KERNEL, "--target=nvptx64:native", "--emit=asm");

        assertThat(device.errors()).isEmpty();
        assertThat(device.output()).contains(".target sm_86");
    }

    @Test
    void targetThatIsAlsoNamedIsCompiledForOnce() {
        IrgenProcess device =
                irgen("90", "device", KERNEL, "--target=nvptx64:sm_90", "--target=nvptx64:native", "--emit=asm");

        assertThat(device.errors()).isEmpty();
        assertThat(device.output()).contains(".target sm_90");
    }

    @Test
    void differentGpusAreTargetsOfTheirOwn() {
        IrgenProcess device = irgen("90,86", "device", KERNEL, "--target=nvptx64:native", "--emit=asm");

        assertThat(device.exitCode()).isEqualTo(2);
        assertThat(device.errors()).contains("--emit=ll and --emit=asm write one image, which is for one GPU");
    }

    @Test
    void withoutGpuTheErrorSaysWhatToDo() {
        String spec = EXAMPLES.resolve("saxpy.yaml").toString();
        for (IrgenProcess process : new IrgenProcess[] {
            irgen("", "device", KERNEL, "--target=nvptx64:native"),
            irgen("", "build", spec, "--device", KERNEL, "--target=nvptx64:native", "-o", "saxpy.ll"),
            irgen("", "run", spec, "--device", KERNEL, "--target=nvptx64:native", "n=4", "a=2", "x=iota", "y=ones")
        }) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.errors())
                    .startsWith("irgen: error: nvptx64:native needs an NVIDIA GPU on this machine: the CUDA driver sees"
                            + " none (CUDA_VISIBLE_DEVICES may hide them); or name the processor of the GPU that the"
                            + " kernels will run on, such as nvptx64:sm_90");
        }
    }
}
