; does one device reach every call of a site?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @k(ptr)
; lines with omp_get_default_device, sext, icmp, select, __tgt_target
define void @chosen(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @chosen(ptr nonnull %x) {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %1 = call i32 @__tgt_target_kernel(ptr @1, i64 1, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 1, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.k.region_id = internal constant i8 0
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] zeroinitializer

define void @computed(ptr nonnull %x, i64 %device) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 %device), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @computed(ptr nonnull %x, i64 %device) {
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   %3 = icmp eq i64 %device, -1
;;   %4 = select i1 %3, i64 %2, i64 %device
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 %4, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %5 = call i32 @__tgt_target_kernel(ptr @4, i64 %4, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 %4, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }

define void @standard(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @standard(ptr nonnull %x) {
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %3 = call i32 @__tgt_target_kernel(ptr @6, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }

; and @omp_get_default_device
;; declare i32 @omp_get_default_device() nounwind

; irgen emit
offloads:
  - name: narrow
    callee: k
    parameters: [{name: device, type: i32}, {name: x, type: ptr, map: to, pointee: double}]
    grid: 1
    block: 1
    device: device
; lines with omp_get_default_device, sext, icmp, select, __tgt_target
; and @narrow
;; define void @narrow(i32 %device, ptr %x) {
;;   %0 = call i32 @omp_get_default_device()
;;   %1 = sext i32 %0 to i64
;;   %2 = sext i32 %device to i64
;;   %3 = icmp eq i64 %2, -1
;;   %4 = select i1 %3, i64 %1, i64 %2
;;   %6 = icmp eq ptr %x, null
;;   %7 = select i1 %6, i64 0, i64 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %4, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %11 = call i32 @__tgt_target_kernel(ptr @1, i64 %4, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %4, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
