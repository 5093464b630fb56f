package io.github.offload4j.irtests.rustc;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;

import org.junit.jupiter.api.Test;

/** What a module has besides its kernels: types, declarations, the unknown location, registration and module flag. */
final class RustcModuleTest {
    private static final String IR = RustcModules.text("references");

    @Test
    void namedStructTypes() {
        assertThat(IR).matchesFileCheck("""
                CHECK-DAG: %struct.ident_t = type { i32, i32, i32, i32, ptr }
                CHECK-DAG: %struct.__tgt_offload_entry = type { i64, i16, i16, i32, ptr, ptr, i64, i64, ptr }
                CHECK-DAG: %struct.__tgt_kernel_arguments = type { i32, i32, ptr, ptr, ptr, ptr, ptr, ptr, i64, i64, [3 x i32], [3 x i32], i32 }
                """);
    }

    @Test
    void declarationsAreMadeBeforeAnythingIsOffloaded() {
        assertThat(RustcModules.text("no-sites")).matchesFileCheck("""
                CHECK: ; Function Attrs: nounwind
                CHECK-NEXT: declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #[[NOUNWIND:[0-9]+]]
                CHECK: declare void @__tgt_target_data_update_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #[[NOUNWIND]]
                CHECK: declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #[[NOUNWIND]]
                CHECK: declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr) #[[NOUNWIND]]
                CHECK: attributes #[[NOUNWIND]] = { nounwind }
                CHECK: !llvm.module.flags = !{![[FLAG:[0-9]+]]}
                CHECK: ![[FLAG]] = !{i32 7, !"openmp", i32 51}
                """).doesNotContain("global_ctors");
    }

    @Test
    void registrationFunctionsAreDeclaredWithoutAttributes() {
        assertThat(IR).matchesFileCheck("""
                CHECK-DAG: declare void @__tgt_register_lib(ptr){{$}}
                CHECK-DAG: declare void @__tgt_unregister_lib(ptr){{$}}
                CHECK-DAG: declare void @__tgt_init_all_rtls(){{$}}
                CHECK-DAG: declare i32 @atexit(ptr){{$}}
                """);
    }

    @Test
    void theUnknownLocation() {
        assertThat(IR).matchesFileCheck("""
                CHECK: @[[TEXT:[0-9]+]] = private unnamed_addr constant [23 x i8] c";unknown;unknown;0;0;;\\00", align 1
                CHECK-NEXT: @{{[0-9]+}} = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @[[TEXT]] }, align 8
                """);
    }

    @Test
    void anEmptyDescriptorAndOneConstructor() {
        assertThat(IR).matchesFileCheck("""
                CHECK: @.omp_offloading.descriptor = internal constant { i32, ptr, ptr, ptr } zeroinitializer{{$}}
                CHECK-NEXT: @llvm.global_ctors = appending constant [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]
                CHECK-NOT: descriptor = {{.*}}
                CHECK-NOT: global_ctors
                """);
    }

    @Test
    void registrationOrder() {
        assertThat(IR).matchesFileCheck("""
                CHECK: define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
                CHECK-NEXT: entry:
                CHECK-NEXT: call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
                CHECK-NEXT: call void @__tgt_init_all_rtls()
                CHECK-NEXT: call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
                CHECK-NEXT: ret void
                CHECK-NEXT: }
                """);
        assertThat(IR).matchesFileCheck("""
                CHECK: define internal void @.omp_offloading.descriptor_unreg() section ".text.startup" {
                CHECK-NEXT: entry:
                CHECK-NEXT: call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
                CHECK-NEXT: ret void
                CHECK-NEXT: }
                """);
    }

    @Test
    void registrationIsMadeOnceForTwoKernels() {
        assertThat(RustcModules.text("two-kernels")).matchesFileCheck("""
                CHECK-COUNT-1: @.omp_offloading.descriptor =
                CHECK-NOT: @.omp_offloading.descriptor =
                CHECK: define internal void @.omp_offloading.descriptor_reg()
                CHECK-NOT: define internal void @.omp_offloading.descriptor_reg
                """);
    }
}
