package io.github.offload4j.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @Test
    void withoutRuntimeTheExitCodeSaysSo(@TempDir Path empty) {
        Run run = Run.irgen("doctor", "--runtime", empty.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "library     none: the given path names " + empty,
                        "verdict     emitted programs cannot run here");
    }
}
