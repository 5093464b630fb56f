package io.github.offload4j.irtests.kernels;

/** The corpus whose threads work together. */
final class BlockKernelsTest extends CorpusTest {
    BlockKernelsTest() {
        super(KernelCorpus.BLOCK, 60, 50);
    }
}
