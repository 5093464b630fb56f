package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelsInHostTest {
    private static OwnedModule module(String text) {
        return OwnedModule.parse(text.getBytes(UTF_8), "one.ll");
    }

    @Test
    void everyMarkMakesAKernel() {
        try (OwnedModule owned = module("""
                @text = private constant [15 x i8] c"offload-kernel\\00"
                @llvm.global.annotations = appending global [1 x { ptr, ptr, ptr, i32, ptr }]
                    [{ ptr, ptr, ptr, i32, ptr } { ptr @annotated, ptr @text, ptr null, i32 1, ptr null }]
                define void @plain() { ret void }
                define void @in_section() section "offload.kernel" { ret void }
                define void @attribute() "offload-kernel" { ret void }
                define void @annotated() { ret void }
                define void @_ZN3app5namedEv() { ret void }
                declare void @elsewhere() "offload-kernel"
                """)) {
            assertThat(KernelsInHost.find(owned.module(), List.of("app::named"), "one.ll"))
                    .containsExactly("in_section", "attribute", "annotated", "_ZN3app5namedEv");
        }
    }

    @Test
    void deviceFunctionsAnswerForOneThread() {
        try (OwnedModule owned = module("""
                declare i32 @offload.block.size(i32)
                declare i32 @offload_thread_id(i32)
                declare void @offload.barrier()
                define void @k(ptr %x) section "offload.kernel" {
                  %n = call i32 @offload.block.size(i32 0)
                  %t = call i32 @offload_thread_id(i32 0)
                  call void @offload.barrier()
                  ret void
                }
                """)) {
            KernelsInHost.leaveToHost(owned.module());

            owned.module().verify();
            assertThat(ModuleWriter.text(owned.module().raw()))
                    .contains("define internal i32 @offload.block.size(i32 %0) {\nentry:\n  ret i32 1")
                    .contains("define internal i32 @offload_thread_id(i32 %0) {\nentry:\n  ret i32 0")
                    .contains("define internal void @offload.barrier() {\nentry:\n  ret void")
                    .contains("define void @k(ptr %x) {");
        }
    }

    @Test
    void promisesOfKernelsAreForgotten() {
        try (OwnedModule owned = module("""
                declare void @offload_noalias(ptr)
                define void @k(ptr %x) section "offload.kernel" {
                  call void @offload_noalias(ptr %x)
                  ret void
                }
                """)) {
            KernelsInHost.leaveToHost(owned.module());

            assertThat(ModuleWriter.text(owned.module().raw()))
                    .contains("define void @k(ptr %x) {\n  ret void")
                    .doesNotContain("offload_noalias");
        }
    }

    @Test
    void declarationThatTheSourceHasIsForgotten() {
        try (OwnedModule owned = module("""
                declare !dbg !4 i32 @offload_thread_id(i32)
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "k.c", directory: "/src")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !4 = !DISubprogram(name: "offload_thread_id", scope: !1, file: !1, line: 1, type: !5, spFlags: 0)
                !5 = !DISubroutineType(types: !6)
                !6 = !{null}
                """)) {
            KernelsInHost.leaveToHost(owned.module());

            assertThat(ModuleWriter.text(owned.module().raw()))
                    .contains("define internal i32 @offload_thread_id(i32 %0) {");
        }
    }

    @Test
    void moduleWithNothingForADeviceStaysAsItIs() {
        try (OwnedModule owned = module("""
                @text = private constant [2 x i8] c"a\\00"
                @llvm.global.annotations = appending global [1 x { ptr, ptr, ptr, i32, ptr }]
                    [{ ptr, ptr, ptr, i32, ptr } { ptr @f, ptr @text, ptr null, i32 1, ptr null }]
                define void @f() { ret void }
                """)) {
            String before = ModuleWriter.text(owned.module().raw());
            KernelsInHost.leaveToHost(owned.module());

            assertThat(ModuleWriter.text(owned.module().raw())).isEqualTo(before);
        }
    }

    @Test
    void deviceFunctionOfAnotherTypeIsRefused() {
        try (OwnedModule owned = module("declare i64 @offload.thread.id(i32)\n")) {
            assertThatThrownBy(() -> KernelsInHost.leaveToHost(owned.module()))
                    .hasMessage("'offload.thread.id' is declared as i64 (i32); it is i32 (i32)");
        }
    }

    @Test
    void nameThatIsNoFunctionsIsRefused() {
        try (OwnedModule owned = module("define void @f() { ret void }\n")) {
            assertThatThrownBy(() -> KernelsInHost.find(owned.module(), List.of("g"), "one.ll"))
                    .hasMessage("one.ll defines no function 'g' that could be a kernel");
        }
    }
}
