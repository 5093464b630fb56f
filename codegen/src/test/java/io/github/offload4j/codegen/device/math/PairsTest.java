package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LLVM's intrinsics that return two numbers, on the targets that need no vendor's library. */
class PairsTest {
    @Test
    void aPrototypeMayReturnTwoNumbers() {
        Prototype prototype = Prototype.of("{ T, i32 } (T, ptr)");
        assertThat(prototype.in(Precision.SINGLE)).isEqualTo("{ float, i32 } (float, ptr)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ float, float } @llvm.sincos.f32(float)",
                "{ double, double } @llvm.sincos.f64(double)",
                "{ double, i32 } @llvm.frexp.f64.i32(double)",
                "{ float, i32 } @llvm.frexp.f32.i32(float)",
                "{ double, double } @llvm.modf.f64(double)"
            })
    void compilesForTheHost(String function) {
        String result = function.substring(0, function.indexOf('}') + 1);
        String parameter = function.substring(function.indexOf('(') + 1, function.indexOf(')'));
        String module = "declare " + function + "\ndefine void @k(ptr %p, " + parameter + " %x) \"offload-kernel\" {\n"
                + "  %r = call " + function.replace(")", " %x)") + "\n  store " + result
                + " %r, ptr %p\n  ret void\n}\n";
        assertThatCode(() -> DeviceCompiler.create()
                        .compile(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse("x86_64")))
                .doesNotThrowAnyException();
    }
}
