package io.github.offload4j.irtests.rustc;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;

import org.junit.jupiter.api.Test;

/** A call of a host function: begin, one query for each argument, the call, end, with nothing in between. */
final class RustcHostTest {
    private static final String IR = RustcModules.text("host");

    @Test
    void theCallsFollowEachOther() {
        assertThat(IR).matchesFileCheck("""
                CHECK-LABEL: define void @run(ptr %a, ptr %x, ptr %y)
                CHECK: call void @__tgt_target_data_begin_mapper(ptr @[[IDENT:[0-9]+]], i64 -1, i32 3, ptr {{%.*}}, ptr {{%.*}}, ptr @.offload_sizes.gemv, ptr @.offload_maptypes.gemv.begin, ptr null, ptr null)
                CHECK-NEXT: [[A:%.*]] = call ptr @omp_get_mapped_ptr(ptr %a, i32 0)
                CHECK-NEXT: [[X:%.*]] = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
                CHECK-NEXT: [[Y:%.*]] = call ptr @omp_get_mapped_ptr(ptr %y, i32 0)
                CHECK-NEXT: call void @gemv(ptr [[A]], ptr [[X]], ptr [[Y]])
                CHECK-NEXT: [[BASES:%.*]] = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
                CHECK-NEXT: [[PTRS:%.*]] = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 0
                CHECK-NEXT: call void @__tgt_target_data_end_mapper(ptr @[[IDENT]], i64 -1, i32 3, ptr [[BASES]], ptr [[PTRS]], ptr @.offload_sizes.gemv, ptr @.offload_maptypes.gemv.end, ptr null, ptr null)
                CHECK-NEXT: ret void
                """);
    }

    @Test
    void sizesAndMapTypes() {
        assertThat(IR).matchesFileCheck("""
                CHECK: @.offload_sizes.gemv = private unnamed_addr constant [3 x i64] [i64 24, i64 12, i64 8]
                CHECK-NEXT: @.offload_maptypes.gemv.begin = private unnamed_addr constant [3 x i64] [i64 1, i64 1, i64 1]
                CHECK-NEXT: @.offload_maptypes.gemv.end = private unnamed_addr constant [3 x i64] [i64 2, i64 2, i64 2]
                """);
    }

    @Test
    void nothingOfAKernelIsThere() {
        assertThat(IR)
                .doesNotContain("region_id")
                .doesNotContain("offloading.entry")
                .doesNotContain("kernel_args")
                .doesNotContain("call i32 @__tgt_target_kernel");
    }

    @Test
    void theQueryIsDeclared() {
        assertThat(IR).contains("declare ptr @omp_get_mapped_ptr(ptr, i32) #0");
    }
}
