package io.github.offload4j.runtime.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedOptionsTest {
    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        assertThat(EmbeddedOptions.from(Map.of())).isEqualTo(EmbeddedOptions.defaults());
    }

    @Test
    void theDefaultDeviceIsTaken() {
        assertThat(EmbeddedOptions.from(Map.of("OMP_DEFAULT_DEVICE", "2")).defaultDevice())
                .isEqualTo(2);
    }

    @Test
    void offloadingIsDisabledOnRequestOnly() {
        assertThat(EmbeddedOptions.from(Map.of("OMP_TARGET_OFFLOAD", "disabled"))
                        .enabled())
                .isFalse();
        assertThat(EmbeddedOptions.from(Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"))
                        .enabled())
                .isTrue();
    }

    @Test
    void aDefaultDeviceThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> EmbeddedOptions.from(Map.of("OMP_DEFAULT_DEVICE", "gpu")))
                .isInstanceOf(OffloadException.class)
                .hasMessage("OMP_DEFAULT_DEVICE is 'gpu'; it names a device by its number");
    }
}
