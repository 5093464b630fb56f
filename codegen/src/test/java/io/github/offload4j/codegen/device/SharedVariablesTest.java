package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assembly;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that the threads of a block share, on GPUs. */
class SharedVariablesTest {
    private static final String SECTION = ", section \"offload.shared\", align 16";

    @ParameterizedTest
    @ValueSource(strings = {"zeroinitializer", "undef", "poison"})
    void oneOfTheSectionIsInSharedMemoryAndItsZerosAreForgotten(String value) {
        String module = kernel(
                "@s = internal global [4 x i32] " + value + SECTION,
                "%q = getelementptr i32, ptr @s, i32 %n\nstore i32 1, ptr %q\n%v = load i32, ptr @s\nstore i32 %v, ptr %p\nret void");
        assertThat(assembly(NVIDIA, module)).contains(".shared .align 16 .b8 s[16];", "st.shared.u32");
        assertThat(assembly(AMD, module)).contains("ds_write_b32", ".amdhsa_group_segment_fixed_size 16");
    }

    @Test
    void theAddressSpaceMayBeTheFrontEndsAlready() {
        String module = kernel(
                "@s = internal addrspace(3) global [4 x i32] zeroinitializer" + SECTION,
                "store volatile i32 1, ptr addrspace(3) @s\nret void");
        assertThat(assembly(NVIDIA, module))
                .contains(".shared .align 16 .b8 s[16];")
                .doesNotContain(".section");
        assertThat(assembly(AMD, module))
                .contains(".amdhsa_group_segment_fixed_size 16")
                .doesNotContain("offload.shared");
    }

    @Test
    void anArrayWithoutASizeHasTheLaunchs() {
        String module = kernel(
                "@s = external global [0 x i32]" + SECTION,
                "%q = getelementptr i32, ptr @s, i32 %n\nstore i32 1, ptr %q\n%v = load i32, ptr @s\nstore i32 %v, ptr %p\nret void");
        assertThat(assembly(NVIDIA, module)).contains(".extern .shared .align 16 .b8 s[];", "st.shared.u32");
        assertThat(assembly(AMD, module)).contains("ds_write_b32", ".amdhsa_group_segment_fixed_size 0");
    }

    @Test
    void theHelpersOfAKernelUseTheSameOne() {
        String module =
                kernel("""
                @s = internal global i32 0, section "offload.shared"
                define internal void @put(i32 %n) noinline {
                  store volatile i32 %n, ptr @s
                  ret void
                }
                """, "call void @put(i32 %n)\n%v = load volatile i32, ptr @s\nstore i32 %v, ptr %p\nret void");
        assertThat(assembly(NVIDIA, module)).contains("ld.volatile.shared.u32");
        assertCompiles(AMD, module);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal global [2 x i32] [i32 1, i32 2], section \"offload.shared\"",
                "internal addrspace(3) global [2 x i32] [i32 1, i32 2]"
            })
    void anInitialValueIsRefused(String variable) {
        String space = variable.contains("addrspace(3)") ? " addrspace(3)" : "";
        String module = kernel("@s = " + variable, "store i32 1, ptr" + space + " @s\nret void");
        String why =
                "it uses 's' in shared memory, which begins undefined; take its initial value away, or make it zero";
        assertRefused(NVIDIA, module, "k", why);
        assertRefused(AMD, module, "k", why);
    }

    @Test
    void moreThanABlockHasIsRefusedWithTheKernelsLine() {
        String module = """
                @a = internal global [32768 x i8] zeroinitializer, section "offload.shared"
                @b = internal global [32769 x i8] zeroinitializer, section "offload.shared"
                define void @k(i32 %n) "offload-kernel" !dbg !4 {
                  store i32 %n, ptr @a
                  store i32 %n, ptr @b
                  ret void
                }
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "k.c", directory: "")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !3 = !DISubroutineType(types: !{})
                !4 = distinct !DISubprogram(name: "k", file: !1, line: 7, type: !3, unit: !0, spFlags: DISPFlagDefinition)
                """;
        assertRefused(
                NVIDIA,
                module,
                "k",
                "its shared variables take 65537 bytes ('a', 'b'), and a block has at most 49152 (k.c:7); more than that is"
                        + " given at the launch: declare an array without a size, or call offload.shared.dynamic");
        assertRefused(
                AMD,
                module,
                "k",
                "its shared variables take 65537 bytes ('a', 'b'), and a block has at most 65536 (k.c:7)");
        assertCompiles("amdgcn:gfx950", module);
    }

    @Test
    void whatAnotherKernelSharesDoesNotCount() {
        String module = """
                @a = internal global [30000 x i8] zeroinitializer, section "offload.shared"
                @b = internal global [30000 x i8] zeroinitializer, section "offload.shared"
                define void @k(i32 %n) "offload-kernel" {
                  store volatile i32 %n, ptr @a
                  ret void
                }
                define void @m(i32 %n) "offload-kernel" {
                  store volatile i32 %n, ptr @b
                  ret void
                }
                """;
        assertCompiles(NVIDIA, module);
        assertCompiles(AMD, module);
    }
}
