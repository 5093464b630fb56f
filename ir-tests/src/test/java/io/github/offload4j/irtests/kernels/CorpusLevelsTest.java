package io.github.offload4j.irtests.kernels;

import io.github.offload4j.codegen.ir.OptimizationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kernel of both corpora, one thread after the other as they are at a low level, and with all vectors that this machine's
 * processor has: the numbers are those of plain C to the last bit.
 */
class CorpusLevelsTest {
    @ParameterizedTest
    @CsvSource({"x86_64, O1", "x86_64:native, O3"})
    void kernelsOfManyKindsComputeWhatPlainCDoes(String target, OptimizationLevel level) {
        CorpusProcess.check(KernelCorpus.REAL, 110, target, level);
    }

    @ParameterizedTest
    @CsvSource({"x86_64, O1", "x86_64:native, O3"})
    void kernelsWhoseThreadsWorkTogetherComputeWhatPlainCDoes(String target, OptimizationLevel level) {
        CorpusProcess.check(KernelCorpus.BLOCK, 60, target, level);
    }
}
