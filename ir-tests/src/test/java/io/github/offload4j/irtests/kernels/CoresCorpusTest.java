package io.github.offload4j.irtests.kernels;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel of both corpora on several threads of the host: the numbers are those of plain C to the last bit. */
class CoresCorpusTest {
    private static final int REAL_KERNELS = 110;
    private static final int BLOCK_KERNELS = 50;

    /** Has launches spread however short they are. */
    private static Map<String, String> spreadOver(int threads) {
        return Map.of("OFFLOAD4J_THREADS", Integer.toString(threads), "OFFLOAD4J_SPREAD_ABOVE", "0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void kernelsOfManyKindsComputeWhatPlainCDoes(int threads) {
        CorpusProcess.check(
                KernelCorpus.REAL,
                REAL_KERNELS,
                RuntimeAbi.LLVM_22,
                RuntimeInstallation.require(22).offload().toString(),
                spreadOver(threads));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void kernelsWhoseThreadsWorkTogetherComputeWhatPlainCDoes(int threads) {
        CorpusProcess.check(
                KernelCorpus.BLOCK,
                BLOCK_KERNELS,
                RuntimeAbi.LLVM_22,
                RuntimeInstallation.require(22).offload().toString(),
                spreadOver(threads));
    }

    @ParameterizedTest
    @ValueSource(strings = {KernelCorpus.REAL, KernelCorpus.BLOCK})
    void libomptarget19SpreadsThemToo(String corpus) {
        CorpusProcess.check(
                corpus,
                BLOCK_KERNELS,
                RuntimeAbi.LLVM_19,
                RuntimeInstallation.require(19).offload().toString(),
                spreadOver(16));
    }
}
