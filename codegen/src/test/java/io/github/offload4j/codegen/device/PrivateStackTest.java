package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stack slots of kernels for AMD's GPUs, whose stacks are memory of their own. */
class PrivateStackTest {
    private static final String INDEXED = """
            %s = alloca [64 x i32], align 16
            call void @llvm.memset.p0.i64(ptr %s, i8 0, i64 256, i1 false)
            %q = getelementptr i32, ptr %s, i32 %n
            store i32 1, ptr %q
            %m = load i32, ptr %p
            %r = getelementptr i32, ptr %s, i32 %m
            %v = load i32, ptr %r
            store i32 %v, ptr %p
            ret void""";

    private static String unoptimized(String module) {
        DeviceCompiler compiler = DeviceCompiler.create().withLevel(OptimizationLevel.O0);
        try (DeviceCode code = compiler.lower(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(AMD))) {
            // the code generator changes it further
            String ir = code.ir();
            assertThat(code.assembly()).contains(".amdhsa_kernel k");
            return ir;
        }
    }

    @Test
    void aSlotIsReachedAsPrivateMemory() {
        assertThat(Kernels.assembly(AMD, kernel("declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)", INDEXED)))
                .contains("buffer_store_dword", ".amdhsa_private_segment_fixed_size 272")
                .doesNotContain("flat_store");
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 17, 1L << 31, 1L << 32})
    void aSlotThatNoStackCanAlign(long alignment) {
        String slot = "%s = alloca i32, align " + alignment + "\nstore i32 %n, ptr %s\nret void";

        Kernels.assertRefused(
                AMD,
                kernel("", slot),
                "k",
                "it aligns something on the stack to " + alignment + " bytes; at most 65536 are possible");
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 17, 1L << 31, 1L << 32})
    void anArgumentThatNoStackCanAlign(long alignment) {
        String helper = "define internal void @f(ptr byval(i64) align " + alignment + " %a) noinline { ret void }";

        Kernels.assertRefused(
                AMD,
                kernel(helper, "call void @f(ptr byval(i64) align 8 %p)\nret void"),
                "k",
                "it aligns something on the stack to " + alignment + " bytes; at most 65536 are possible");
    }

    @Test
    void aSlotOfAHelperMovesToo() {
        String helper = """
                define i32 @f(i32 %n) noinline {
                  %s = alloca i32, align 8
                  store volatile i32 %n, ptr %s
                  %v = load volatile i32, ptr %s
                  ret i32 %v
                }
                """;
        assertThat(unoptimized(kernel(helper, "%v = call i32 @f(i32 %n)\nstore i32 %v, ptr %p\nret void")))
                .contains("""
                          %s = alloca i32, align 8, addrspace(5)
                          %1 = addrspacecast ptr addrspace(5) %s to ptr
                          store volatile i32 %n, ptr %1, align 4
                        """);
    }

    @Test
    void aComputedSizeStays() {
        assertThat(unoptimized(kernel("", "%s = alloca i8, i32 %n\nstore volatile i8 1, ptr %s\nret void")))
                .contains("alloca i8, i32 %1, align 1, addrspace(5)");
    }

    @Test
    void theLifetimeIsSaidOfTheSlotItself() {
        assertThat(unoptimized(kernel(
                        "declare void @llvm.lifetime.start.p0(i64, ptr)",
                        "%s = alloca i32\ncall void @llvm.lifetime.start.p0(i64 4, ptr %s)\n"
                                + "store volatile i32 1, ptr %s\nret void")))
                .contains("call void @llvm.lifetime.start.p5(i64 4, ptr addrspace(5) %s");
    }

    @Test
    void theStacksEndIsSavedAndRestored() {
        assertThat(unoptimized(kernel(
                        "declare ptr @llvm.stacksave.p0()\ndeclare void @llvm.stackrestore.p0(ptr)",
                        "%e = call ptr @llvm.stacksave.p0()\n%s = alloca i8, i32 %n\nstore volatile i8 1, ptr %s\n"
                                + "call void @llvm.stackrestore.p0(ptr %e)\nret void")))
                .contains("= call ptr addrspace(5) @llvm.stacksave.p5()", "@llvm.stackrestore.p5(ptr addrspace(5) %")
                .doesNotContain("@llvm.stacksave.p0");
    }

    @Test
    void anArgumentByValueIsCopiedByTheCaller() {
        String helper = "define void @f(ptr byval([2 x i64]) align 8 %a) noinline {\nstore volatile i64 1, ptr %a\n"
                + "ret void\n}";
        String code = unoptimized(kernel(helper, "tail call void @f(ptr byval([2 x i64]) align 8 %p)\nret void"));
        assertThat(code)
                .contains(
                        "alloca [2 x i64], align 8, addrspace(5)",
                        "@llvm.memcpy.p5.p0.i64(",
                        " call void @f(ptr align 8 %")
                .doesNotContain("byval", "tail call");
    }
}
