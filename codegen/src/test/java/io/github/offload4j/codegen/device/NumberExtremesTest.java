package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.kernel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The greater of two numbers as rustc 1.96 and later emit it, in kernels. */
class NumberExtremesTest {
    @ParameterizedTest
    @CsvSource({
        "nsz, nvptx64:sm_90, max.f32",
        "'', nvptx64:sm_90, max.NaN.f32",
        "'', nvptx64:sm_70, setp.nan.f32",
        "nsz, amdgcn:gfx90a, v_max_f32",
        "nsz, x86_64, maxss",
        "'', x86_64, cmpunordss"
    })
    void isCompiledForEveryTarget(String flag, String target, String instruction) {
        String body =
                "%a = load float, ptr %p\n%q = getelementptr float, ptr %p, i64 1\n%b = load float, ptr %q\n%m = call "
                        + flag + " float @llvm.maximumnum.f32(float %a, float %b)\nstore float %m, ptr %p\nret void";
        byte[] module =
                kernel("declare float @llvm.maximumnum.f32(float, float)", body).getBytes(UTF_8);

        try (DeviceCode code = DeviceCompiler.create().lower(module, "kernels.ll", DeviceTarget.parse(target))) {
            assertThat(code.assembly()).contains(instruction);
        }
    }
}
