package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.assertRefusedEverywhere;
import static io.github.offload4j.codegen.device.Kernels.assertRefusedOnGpus;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LLVM has no code for: it would end the process. */
class InstructionRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"sqrt.f32", "fabs.f64", "floor.f32", "fma.f64", "minnum.f32", "copysign.f64"})
    void whatEveryProcessorComputesItself(String intrinsic) {
        String type = intrinsic.endsWith("64") ? "double" : "float";
        int count = intrinsic.startsWith("fma") ? 3 : intrinsic.matches("(minnum|copysign).*") ? 2 : 1;
        String types = String.join(", ", Collections.nCopies(count, type));
        String arguments = String.join(", ", Collections.nCopies(count, type + " %x"));
        Kernels.assertCompilesEverywhere(kernel(
                "declare " + type + " @llvm." + intrinsic + "(" + types + ")",
                "%x = load " + type + ", ptr %p\n"
                        + "%v = call " + type + " @llvm." + intrinsic + "(" + arguments + ")\n"
                        + "store " + type + " %v, ptr %p\nret void"));
    }

    @Test
    void anIntrinsicOfTheHost() {
        String host = kernel("declare i32 @llvm.x86.sse.cvtss2si(<4 x float>)", """
                %x = load <4 x float>, ptr %p
                %v = call i32 @llvm.x86.sse.cvtss2si(<4 x float> %x)
                store i32 %v, ptr %p
                ret void""");
        assertRefusedOnGpus(host, "k", "it calls llvm.x86.sse.cvtss2si, which other processors have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fp128", "x86_fp80", "<2 x fp128>"})
    void floatingPointWiderThanDouble(String type) {
        assertRefusedOnGpus(
                kernel(
                        "",
                        "%x = load " + type + ", ptr %p\n%v = fadd " + type + " %x, %x\nstore " + type
                                + " %v, ptr %p\nret void"),
                "k",
                "it computes with floating-point numbers wider than double");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s = alloca i8, i32 %n\nstore volatile i8 1, ptr %s\nret void",
                "br label %next\nnext:\n%s = alloca i8\nstore volatile i8 1, ptr %s\nret void",
            })
    void aStackSlotThatIsReservedLate(String body) {
        Kernels.assertCompilesEverywhere(kernel("", body));
        assertRefused(
                "amdgcn:gfx701",
                kernel("", body),
                "k",
                "it has a stack slot whose size is computed, or that is reserved behind the first block");
    }

    @Test
    void whatLlvmGivesUpOnIsAnExceptionToo() {
        assertThatThrownBy(() -> {
                    String module = kernel(
                            "declare i64 @llvm.read_register.i64(metadata)\n!0 = !{!\"r\"}",
                            "%v = call i64 @llvm.read_register.i64(metadata !0)\nstore i64 %v, ptr %p\nret void");
                    Kernels.assembly(NVIDIA, module);
                })
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LLVM))
                .hasMessageStartingWith("the kernels cannot be compiled for nvptx64:sm_90: LLVM gave up: ")
                .hasMessageContaining("Named registers");
        // and the process goes on
        assertCompiles(NVIDIA, kernel("", "ret void"));
    }

    @Test
    void arithmeticOnWideIntegersIsTranslated() {
        Kernels.assertCompilesEverywhere(kernel(
                "",
                "%x = load i128, ptr %p\n%v = udiv i128 %x, 12345678901234567890123\nstore i128 %v, ptr %p\nret void"));
    }

    @Test
    void anExceptionThatGoesOn() {
        assertRefusedEverywhere(
                kernel("declare i32 @__gxx_personality_v0(...)", "resume { ptr, i32 } poison")
                        .replace("\"offload-kernel\"", "\"offload-kernel\" personality ptr @__gxx_personality_v0"),
                "k",
                "it handles exceptions, which no kernel can");
    }

    @Test
    void aComputedJump() {
        assertRefusedEverywhere(
                kernel("", "%t = load ptr, ptr %p\nindirectbr ptr %t, [label %next]\nnext:\nret void"),
                "k",
                "it jumps to a computed address");
    }

    @Test
    void theAddressOfABlock() {
        assertRefusedEverywhere(
                kernel("", "store ptr blockaddress(@k, %next), ptr %p\nbr label %next\nnext:\nret void"),
                "k",
                "it takes the address of a block");
    }

    @Test
    void aHelperWithAVariableNumberOfArguments() {
        String helper = """
                define i32 @first(i32 %n, ...) {
                  ret i32 %n
                }
                """;
        assertRefusedOnGpus(
                kernel(helper, "%v = call i32 (i32, ...) @first(i32 1, i32 2)\nstore i32 %v, ptr %p\nret void"),
                "first",
                "it takes a variable number of arguments");
    }

    @Test
    void assemblyOfAnotherProcessorIsTheAssemblersToReport() {
        String module = kernel("", "call void asm sideeffect \"bogus\", \"\"()\nret void");
        Kernels.assertRejected(
                HOST,
                module,
                Reason.KERNEL,
                "<inline asm>:1:2: invalid instruction mnemonic 'bogus'\n        bogus\n        ^~~~~");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"call void %p()", "%s = alloca ptr\nstore ptr %p, ptr %s\n%f = load ptr, ptr %s\ncall void %f()"
            })
    void aFunctionThatTheHostGives(String call) {
        assertRefusedEverywhere(
                kernel("", call + "\nret void"),
                "k",
                "it calls a function by an address that the host gave it, where a device has none; call it by name");
    }

    @Test
    void aTexture() {
        String name = "llvm.nvvm.tex.unified.2d.v4f32.f32";
        String type = "{ float, float, float, float }";
        assertRefusedEverywhere(
                kernel(
                        "declare " + type + " @" + name + "(i64, float, float)",
                        "%r = call " + type + " @" + name + "(i64 0, float 0.0, float 0.0)\nret void"),
                "k",
                "it uses a texture or a surface (" + name
                        + "), which nothing here binds to memory; read the memory itself");
    }
}
