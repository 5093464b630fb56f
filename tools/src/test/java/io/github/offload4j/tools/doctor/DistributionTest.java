package io.github.offload4j.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void relativesCount() {
        assertThat(Distribution.of("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"))
                .isEqualTo(Distribution.DEBIAN);
        assertThat(Distribution.of("ID=\"rhel\"\nID_LIKE=\"fedora\"\n")).isEqualTo(Distribution.FEDORA);
    }

    @Test
    void unknownOnesAreTold() {
        assertThat(Distribution.of("ID=arch\n")).isEqualTo(Distribution.OTHER);
        assertThat(Distribution.of("")).isEqualTo(Distribution.OTHER);
    }
}
