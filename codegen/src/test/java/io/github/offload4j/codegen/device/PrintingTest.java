package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.assertRefusedEverywhere;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the functions that kernels print with. */
class PrintingTest {
    private static final String PRINT =
            "@text = private constant [4 x i8] c\"hi\\0A\\00\"\ndeclare i32 @printf(ptr, ...)";

    private static String ir(String target, String module, List<String> notes) {
        DeviceCompiler compiler =
                DeviceCompiler.create().withLevel(OptimizationLevel.O0).notingTo(notes::add);
        try (DeviceCode code = compiler.lower(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(target))) {
            return code.ir();
        }
    }

    private static String ir(String target, String module) {
        return ir(target, module, new ArrayList<>());
    }

    @Test
    void nvidiaGetsTheValuesInMemory() {
        String module = kernel(
                PRINT,
                "call i32 (ptr, ...) @printf(ptr @text, i32 %n, double 2.0, ptr %p, i8 -1, float 1.5)\nret void");
        assertThat(ir(NVIDIA, module))
                .contains("alloca { i32, double, ptr, i32, double }, align 8")
                .containsPattern("store i32 -1, ptr %\\S+, align 4")
                .containsPattern("store double 1.5\\S*, ptr %\\S+, align 8")
                .containsPattern("call i32 @vprintf\\(ptr @text, ptr %\\S+\\)")
                .doesNotContain("@printf");
    }

    @Test
    void nvidiaGetsNoMemoryWhereThereIsNothingToFormat() {
        String module = kernel(PRINT, "call i32 (ptr, ...) @printf(ptr @text)\nret void");
        assertThat(ir(NVIDIA, module)).contains("call i32 @vprintf(ptr @text, ptr null)");
    }

    @Test
    void nvidiaFormatsALineAndACharacter() {
        String module = kernel(
                "declare i32 @puts(ptr)\ndeclare i32 @putchar(i32)",
                "call i32 @puts(ptr %p)\ncall i32 @putchar(i32 %n)\nret void");
        assertThat(ir(NVIDIA, module))
                .contains("c\"%s\\0A\\00\"", "c\"%c\\00\"")
                .doesNotContain("@puts", "@putchar");
    }

    @Test
    void nvidiasOwnFunctionIsTakenAsItIs() {
        String module = kernel("declare i32 @vprintf(ptr, ptr)", "call i32 @vprintf(ptr %p, ptr null)\nret void");
        assertCompiles(NVIDIA, module);
        assertRefused(
                AMD, module, "k", "it calls 'vprintf', which has no body; link its definition into the kernel module");
    }

    @Test
    void hostsHaveThem() {
        String module = kernel(PRINT, "call i32 (ptr, ...) @printf(ptr @text, i32 %n)\nret void");
        assertThat(ir(HOST, module)).contains("@printf(ptr @text, i32");
    }

    @Test
    void amdStopsAndSaysSoWhenItCompiles() {
        List<String> notes = new ArrayList<>();
        String module = kernel(PRINT, "call i32 (ptr, ...) @printf(ptr @text, i32 %n)\nret void");
        assertThat(ir(AMD, module, notes)).contains("call void @llvm.trap()").doesNotContain("@printf");
        assertThat(notes).containsExactly("AMD's GPUs print nothing: a kernel that comes to 'printf' stops there");
    }

    @Test
    void nothingIsSaidOfAHostsOwnPrinting() {
        List<String> notes = new ArrayList<>();
        String module = kernel(
                PRINT + "\ndefine i32 @main() {\n  %r = call i32 (ptr, ...) @printf(ptr @text)\n  ret i32 %r\n}",
                "ret void");
        ir(AMD, module, notes);
        assertThat(notes).isEmpty();
    }

    @Test
    void aStructureIsNotPrinted() {
        String module = kernel(PRINT, "call i32 (ptr, ...) @printf(ptr @text, i128 7)\nret void");
        assertRefused(NVIDIA, module, "k", "it prints a value of type i128; print its parts");
    }

    @Test
    void filesAreOfTheHost() {
        assertRefusedEverywhere(
                kernel("declare i32 @fputs(ptr, ptr)", "call i32 @fputs(ptr %p, ptr %p)\nret void"),
                "k",
                "it calls 'fputs', which writes to a file of the host; print with printf");
    }

    @Test
    void aFailedAssertionIsToldAsOnTheHost() {
        String module = kernel("""
                @expression = private constant [6 x i8] c"n > 0\\00"
                @file = private constant [4 x i8] c"k.c\\00"
                @function = private constant [2 x i8] c"k\\00"
                declare void @__assert_fail(ptr, ptr, i32, ptr) noreturn""", """
                call void @__assert_fail(ptr @expression, ptr @file, i32 12, ptr @function)
                unreachable""");
        assertThat(ir(HOST, module)).contains("k.c:12: error: the kernel stopped in 'k': assertion 'n > 0' failed\\0A");
    }

    @Test
    void aTrapNamesTheFunctionInItsSource() {
        String module = kernel("""
                declare void @llvm.trap()
                define internal void @_ZN3app4failIiEEvi(i32 %n) {
                  call void @llvm.trap()
                  unreachable
                }""", "call void @_ZN3app4failIiEEvi(i32 %n)\nret void");
        assertThat(ir(NVIDIA, module)).contains("the kernel stopped in 'app::fail<int>': trap");
    }
}
