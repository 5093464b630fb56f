package io.github.offload4j.codegen.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTargetTest {
    @ParameterizedTest
    @CsvSource({
        "nvptx64:sm_90, NVPTX64, sm_90, nvptx64-nvidia-cuda",
        "nvptx64:sm_90a, NVPTX64, sm_90a, nvptx64-nvidia-cuda",
        "nvptx64:sm_100, NVPTX64, sm_100, nvptx64-nvidia-cuda",
        "amdgcn:gfx90a, AMDGCN, gfx90a, amdgcn-amd-amdhsa",
        "amdgcn:gfx1100, AMDGCN, gfx1100, amdgcn-amd-amdhsa",
        "aarch64:neoverse-v2, AARCH64, neoverse-v2, aarch64-unknown-linux-gnu",
        "x86_64:znver4, X86_64, znver4, x86_64-unknown-linux-gnu",
    })
    void familyAndProcessorAreRead(String text, Architecture architecture, String processor, String triple) {
        DeviceTarget target = DeviceTarget.parse(text);

        assertThat(target).isEqualTo(new DeviceTarget(architecture, processor));
        assertThat(target.triple()).isEqualTo(triple);
        assertThat(target).hasToString(text);
    }

    @Test
    void theHostNeedsNoProcessor() {
        assertThat(DeviceTarget.parse("x86_64")).isEqualTo(new DeviceTarget(Architecture.X86_64, "x86-64"));
        assertThat(DeviceTarget.parse("x86_64")).hasToString("x86_64");
        assertThat(DeviceTarget.parse("aarch64")).isEqualTo(new DeviceTarget(Architecture.AARCH64, "generic"));
        assertThat(DeviceTarget.parse("aarch64")).hasToString("aarch64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"riscv:x", "nvptx:sm_90", "nvptx64-nvidia-cuda:sm_90", "gfx90a", "", ":", "X86_64"})
    void anUnknownFamilyIsRefused(String text) {
        assertRefused(
                text,
                "unknown device target '" + text
                        + "'; the targets are nvptx64:sm_XX, amdgcn:gfxXXX, x86_64 and aarch64");
    }

    @ParameterizedTest
    @CsvSource({"nvptx64, nvptx64:sm_90", "amdgcn, amdgcn:gfx90a"})
    void aGpuWithoutProcessorIsRefused(String text, String example) {
        assertRefused(text, "device target '" + text + "' names no processor; give for example " + example);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvptx64:gfx90a", "nvptx64:90", "nvptx64:sm_9", "nvptx64:", "nvptx64:sm_90:sm_80"})
    void aProcessorThatIsNotNvidiasIsRefused(String text) {
        String processor = text.substring(text.indexOf(':') + 1);
        assertRefused(text, "'" + processor + "' is no processor of nvptx64; give for example nvptx64:sm_90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amdgcn:sm_90", "amdgcn:gfx90a:xnack+", "amdgcn:gfx", "amdgcn:"})
    void aProcessorThatIsNotAmdsIsRefused(String text) {
        String processor = text.substring(text.indexOf(':') + 1);
        assertRefused(text, "'" + processor + "' is no processor of amdgcn; give for example amdgcn:gfx90a");
    }

    @Test
    void anEmptyProcessorOfTheHostIsRefused() {
        assertRefused("x86_64:", "'' is no processor of x86_64; give for example x86_64:x86-64");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> DeviceTarget.parse(text))
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ARGUMENT))
                .hasMessage(message);
    }
}
