package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are given as device libraries. */
class DeviceLibraryTest {
    private static final DeviceTarget NVIDIA = DeviceTarget.parse("nvptx64:sm_90");

    private static final String SINE = """
            declare float @llvm.sin.f32(float)
            define void @k(ptr %p, float %x) "offload-kernel" {
              %v = call float @llvm.sin.f32(float %x)
              store float %v, ptr %p
              ret void
            }
            """;

    private static String lowered(Path library) {
        DeviceCompiler compiler = DeviceCompiler.create().withDeviceLibraries(List.of(library));
        try (var code = compiler.lower(SINE.getBytes(UTF_8), "kernels.ll", NVIDIA)) {
            return code.ir();
        }
    }

    @Test
    void oneThatHasTheFunctionIsTaken(@TempDir Path folder) throws IOException {
        Path library = Files.writeString(folder.resolve("mine.ll"), """
                define float @__nv_sinf(float %x) {
                  %v = fmul float %x, 3.0
                  ret float %v
                }
                """);
        assertThat(lowered(library)).contains("fmul float %").contains("3.000000e+00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no IR at all", "define void @other() {\n  ret void\n}\n", ""})
    void anotherFileIsRefused(String content, @TempDir Path folder) throws IOException {
        Path library = Files.writeString(folder.resolve("other.bc"), content);
        assertThatThrownBy(() -> lowered(library))
                .isInstanceOf(OffloadException.class)
                .hasMessage(
                        "'" + library + "' is no device library: it has functions neither of libdevice (__nv_...) nor"
                                + " of ROCm's libraries (__ocml_...)");
    }

    @Test
    void oneThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
        Path library = Files.writeString(folder.resolve("broken.bc"), "define float @__nv_sinf(");
        assertThatThrownBy(() -> lowered(library))
                .isInstanceOf(OffloadException.class)
                .hasMessageContaining(library.toString());
    }
}
