package io.github.offload4j.irtests.kernels;

/** The corpus of functions of math.h in both precisions, and some three dozen of what people write. */
final class KernelCorpusTest extends CorpusTest {
    KernelCorpusTest() {
        super(KernelCorpus.REAL, 110, 110);
    }
}
