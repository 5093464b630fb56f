; does the callee get what the runtime answers for each pointer, and the pointer where it answers null?

; irgen lower --device-pointers=get-mapped-ptr
target triple = "x86_64-unknown-linux-gnu"
declare void @scale2(ptr, ptr)
; lines with __tgt_target, omp_get, .device, icmp, select, trunc, call void @scale2, sext
define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y) {
  call void @scale2(ptr %x, ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 16, i64 3),
    "offload.map"(i32 1, i64 16, i64 1) ]
  ret void
}
;; define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y) {
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2, ptr @.offload_maptypes.scale2.begin, ptr @.offload_names.scale2, ptr null)
;;   %5 = trunc i64 %2 to i32
;;   %6 = call ptr @omp_get_mapped_ptr(ptr %x, i32 %5)
;;   %7 = icmp eq ptr %6, null
;;   %x.device = select i1 %7, ptr %x, ptr %6
;;   %8 = call ptr @omp_get_mapped_ptr(ptr %y, i32 %5)
;;   %9 = icmp eq ptr %8, null
;;   %y.device = select i1 %9, ptr %y, ptr %8
;;   %10 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void @scale2(ptr %x.device, ptr %y.device)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2, ptr @.offload_maptypes.scale2.end, ptr @.offload_names.scale2, ptr null)
;; }
;; @.offload_sizes.scale2 = private unnamed_addr constant [2 x i64] [i64 16, i64 16]
;; @.offload_maptypes.scale2.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
;; @.offload_names.scale2 = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
;; @.offload_maptypes.scale2.end = private unnamed_addr constant [2 x i64] [i64 2, i64 0]

define void @computed(ptr nonnull %x, ptr %y, i64 %device) {
  call void @scale2(ptr %x, ptr %y) [ "offload"(i1 true, i64 %device), "offload.map"(i32 0, i64 16, i64 3) ]
  ret void
}
;; define void @computed(ptr nonnull %x, ptr %y, i64 %device) {
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   %3 = icmp eq i64 %device, -1
;;   %4 = select i1 %3, i64 %2, i64 %device
;;   call void @__tgt_target_data_begin_mapper(ptr @5, i64 %4, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2.11, ptr @.offload_maptypes.scale2.begin.12, ptr @.offload_names.scale2.15, ptr null)
;;   %5 = trunc i64 %4 to i32
;;   %6 = call ptr @omp_get_mapped_ptr(ptr %x, i32 %5)
;;   %7 = icmp eq ptr %6, null
;;   %x.device = select i1 %7, ptr %x, ptr %6
;;   %8 = call ptr @.offload_enter.v1(ptr %x.device, ptr %.offload_place)
;;   call void @scale2(ptr %x.device, ptr %y)
;;   call void @__tgt_target_data_end_mapper(ptr @5, i64 %4, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.scale2.11, ptr @.offload_maptypes.scale2.end.14, ptr @.offload_names.scale2.15, ptr null)
;; }
;; @.offload_sizes.scale2.11 = private unnamed_addr constant [1 x i64] [i64 16]
;; @.offload_maptypes.scale2.begin.12 = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.scale2.15 = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.scale2.end.14 = private unnamed_addr constant [1 x i64] [i64 2]

; and @omp_get_mapped_ptr
;; declare ptr @omp_get_mapped_ptr(ptr, i32) nounwind
; and @.omp_offloading.descriptor
;; @.omp_offloading.descriptor = internal constant %__tgt_bin_desc zeroinitializer
