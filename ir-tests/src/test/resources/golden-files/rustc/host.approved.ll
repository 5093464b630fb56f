; how does rustc give a host function device pointers?

; irgen lower --preset=rustc
target triple = "x86_64-unknown-linux-gnu"
declare void @gemv(ptr, ptr, ptr)
define void @run(ptr %a, ptr %x, ptr %y) {
  call void @gemv(ptr %a, ptr %x, ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 24, i64 3),
    "offload.map"(i32 1, i64 12, i64 3), "offload.map"(i32 2, i64 8, i64 3) ]
  ret void
}
;; define void @run(ptr %a, ptr %x, ptr %y) {
;;   %.offload_baseptrs = alloca [3 x ptr], align 8
;;   %.offload_ptrs = alloca [3 x ptr], align 8
;;   %1 = getelementptr inbounds float, ptr %a, i32 0
;;   %2 = getelementptr inbounds float, ptr %x, i32 0
;;   %3 = getelementptr inbounds float, ptr %y, i32 0
;;   %4 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   store ptr %a, ptr %4, align 8
;;   %5 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   store ptr %1, ptr %5, align 8
;;   %6 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store ptr %x, ptr %6, align 8
;;   %7 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %2, ptr %7, align 8
;;   %8 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
;;   store ptr %y, ptr %8, align 8
;;   %9 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 2
;;   store ptr %3, ptr %9, align 8
;;   %10 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   %11 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 3, ptr %10, ptr %11, ptr @.offload_sizes.gemv, ptr @.offload_maptypes.gemv.begin, ptr null, ptr null)
;;   %12 = call ptr @omp_get_mapped_ptr(ptr %a, i32 0)
;;   %13 = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)
;;   %14 = call ptr @omp_get_mapped_ptr(ptr %y, i32 0)
;;   call void @gemv(ptr %12, ptr %13, ptr %14)
;;   %15 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 0
;;   %16 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 0
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 3, ptr %15, ptr %16, ptr @.offload_sizes.gemv, ptr @.offload_maptypes.gemv.end, ptr null, ptr null)
;;   ret void
;; }
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @0 }, align 8
;; @.offload_sizes.gemv = private unnamed_addr constant [3 x i64] [i64 24, i64 12, i64 8]
;; @.offload_maptypes.gemv.begin = private unnamed_addr constant [3 x i64] [i64 1, i64 1, i64 1]
;; @.offload_maptypes.gemv.end = private unnamed_addr constant [3 x i64] [i64 2, i64 2, i64 2]
;; @0 = private unnamed_addr constant [23 x i8] c";unknown;unknown;0;0;;\00", align 1

; and @omp_get_mapped_ptr
;; declare ptr @omp_get_mapped_ptr(ptr, i32) nounwind
