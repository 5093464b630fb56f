package io.github.offload4j.irtests.kernels;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.Ptxas;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel of the corpus, on every target that this machine can compile for or run. */
class KernelCorpusTest {
    /** Functions of math.h in both precisions, and some three dozen of what people write. */
    private static final int AT_LEAST = 110;

    /** NVIDIA's tools and libraries are in no distribution that could be asked for them. */
    @Test
    void compilesForNvidia() {
        assumeTrue(Ptxas.onThisMachine().isAvailable(), "no CUDA toolkit");
        compiles("nvptx64:sm_90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amdgcn:gfx90a", "amdgcn:gfx1100", "x86_64"})
    void compiles(String target) {
        KernelCorpus corpus = KernelCorpus.compile(KernelCorpus.REAL);
        assertThatCode(() -> corpus.image(target)).doesNotThrowAnyException();
    }

    @Test
    void theEmbeddedDeviceComputesWhatPlainCDoes() {
        check(RuntimeAbi.LLVM_22, CorpusProcess.EMBEDDED);
    }

    @Test
    void theEmbeddedDeviceComputesItLikeRuntime23() {
        check(RuntimeAbi.LLVM_23, CorpusProcess.EMBEDDED);
    }

    @Test
    void libomptarget22ComputesWhatPlainCDoes() {
        check(RuntimeAbi.LLVM_22, RuntimeInstallation.require(22).offload().toString());
    }

    @Test
    void libomptarget19ComputesWhatPlainCDoes() {
        check(RuntimeAbi.LLVM_19, RuntimeInstallation.require(19).offload().toString());
    }

    private static void check(RuntimeAbi abi, String runtime) {
        CorpusProcess.check(KernelCorpus.REAL, AT_LEAST, abi, runtime);
    }
}
