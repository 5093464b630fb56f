package io.github.offload4j.irtests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.analysis.Check;
import io.github.offload4j.codegen.analysis.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks find nothing in kernels that are right, and nearly everything once their barriers are gone. */
class BlockFindingsTest {
    @ParameterizedTest
    @ValueSource(strings = {KernelCorpus.REAL, KernelCorpus.BLOCK})
    void nothingIsFoundInWhatIsRight(String folder) {
        assertThat(KernelCorpus.compile(folder).findings()).isEmpty();
    }

    @Test
    void withoutBarriersThreadsRace() {
        List<Finding> findings =
                KernelCorpus.withoutBarriers(KernelCorpus.BLOCK).findings();

        assertThat(findings).extracting(Finding::check).containsOnly(Check.RACE);
        assertThat(findings.stream().filter(finding -> finding.check() == Check.RACE))
                .hasSizeGreaterThanOrEqualTo(40);
    }
}
