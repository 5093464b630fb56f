package io.github.offload4j.irtests.kernels;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.Ptxas;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel of a corpus, on every target that this machine can compile for or run. */
abstract class CorpusTest {
    private final String files;
    private final int atLeast;
    private final int inOneDimension;

    /**
     * Names a corpus.
     *
     * @param atLeast how many kernels it has
     * @param inOneDimension how many of them runtime 19 can launch, whose grids have one dimension
     */
    CorpusTest(String files, int atLeast, int inOneDimension) {
        this.files = files;
        this.atLeast = atLeast;
        this.inOneDimension = inOneDimension;
    }

    /** NVIDIA's tools and libraries are in no distribution that could be asked for them. */
    @Test
    void compilesForNvidia() {
        assumeTrue(Ptxas.onThisMachine().isAvailable(), "no CUDA toolkit");
        compiles("nvptx64:sm_90");
    }

    /** One of AMD's with warps of 64 lanes, one with 32. */
    @ParameterizedTest
    @ValueSource(strings = {"amdgcn:gfx90a", "amdgcn:gfx1100", "x86_64"})
    void compiles(String target) {
        KernelCorpus corpus = KernelCorpus.compile(files);
        assertThatCode(() -> corpus.image(target)).doesNotThrowAnyException();
    }

    @Test
    void theEmbeddedDeviceComputesWhatPlainCDoes() {
        check(atLeast, RuntimeAbi.LLVM_22, CorpusProcess.EMBEDDED);
    }

    @Test
    void theEmbeddedDeviceComputesItLikeRuntime23() {
        check(atLeast, RuntimeAbi.LLVM_23, CorpusProcess.EMBEDDED);
    }

    @Test
    void libomptarget22ComputesWhatPlainCDoes() {
        check(
                atLeast,
                RuntimeAbi.LLVM_22,
                RuntimeInstallation.require(22).offload().toString());
    }

    @Test
    void libomptarget19ComputesWhatPlainCDoes() {
        check(
                inOneDimension,
                RuntimeAbi.LLVM_19,
                RuntimeInstallation.require(19).offload().toString());
    }

    private void check(int kernels, RuntimeAbi abi, String runtime) {
        CorpusProcess.check(files, kernels, abi, runtime);
    }
}
