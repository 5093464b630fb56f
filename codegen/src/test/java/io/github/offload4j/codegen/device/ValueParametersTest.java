package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.assertCompilesEverywhere;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kernels take by value that fits none of the runtime's slots of 8 bytes. */
class ValueParametersTest {
    private static String ir(String target, String module) {
        try (DeviceCode code =
                DeviceCompiler.create().lower(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(target))) {
            return code.ir();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ i64, i64 } %v",
                "[2 x float] %v",
                "[2 x i64] %v",
                "<2 x float> %v",
                "<3 x double> %v",
                "i128 %v",
                "i65 %v",
                "{ i8, { half, ptr } } %v",
                "ptr byval({ i32, [7 x double] }) align 8 %v",
                "ptr byval({ i8, i8, i8 }) %v"
            })
    void compileForEveryTarget(String parameter) {
        assertCompilesEverywhere("define void @k(ptr %p, " + parameter + ") \"offload-kernel\" {\n  ret void\n}\n");
    }

    private static final String LAST_OF_STRUCTURE = """
            define void @k(ptr %p, ptr byval({ i64, double }) align 8 %v, i32 %i) "offload-kernel" {
              %at = getelementptr { i64, double }, ptr %v, i32 0, i32 1
              %d = load double, ptr %at
              store double %d, ptr %p
              ret void
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"nvptx64:sm_90", "amdgcn:gfx90a", "amdgcn:gfx1100"})
    void staysInRegistersOnGpus(String target) {
        assertThat(ir(target, LAST_OF_STRUCTURE)).doesNotContain("alloca").contains("store i64 %v1, ptr");
    }

    @Test
    void aThreadChangesItsOwnCopyOnly() {
        String module = """
                define void @k(ptr %p, ptr byval({ i64, i64, i64 }) align 8 %v) "offload-kernel" {
                  %i = call i32 @offload.thread.id(i32 0)
                  %n = load i64, ptr %v
                  %more = add i64 %n, 1
                  store i64 %more, ptr %v
                  %at = getelementptr i64, ptr %p, i32 %i
                  store i64 %more, ptr %at
                  ret void
                }
                declare i32 @offload.thread.id(i32)
                """;
        assertThat(ir("x86_64", module))
                .containsPattern("%more\\S* = add i64 %v, 1")
                // what the wrapper hands to other cores stays
                .doesNotContain("alloca { i64, i64, i64 }", "alloca [");
    }

    @Test
    void aSignatureHasTheirBytes() {
        String module = """
                define void @k(ptr byval({ i64, i16 }) align 8 %s, <2 x float> %v, i128 %w, [3 x i8] %a, ptr %p)
                    "offload-kernel" {
                  ret void
                }
                """;
        assertThat(DeviceCompiler.create()
                        .compile(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse("x86_64"))
                        .kernels())
                .hasToString("[k([16 x i8], [8 x i8], i128, [3 x i8], ptr)]");
    }
}
