; does a fused launch map and unmap by itself?

; irgen lower
; irgen lower --transfers=fused
target triple = "x86_64-unknown-linux-gnu"
declare void @k(ptr, i32)
declare void @kd(ptr, ptr)
; lines with __tgt_target, ArgTypes, ArgSizes, .offload_maptypes
define void @run(ptr nonnull %x, i32 %n) {
  call void @k(ptr %x, i32 %n) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  ret void
}
;; irgen lower
;; define void @run(ptr nonnull %x, i32 %n) {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %6 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 8, i64 4]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 768]
;; @.offload_names.k = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 800]
;; @.k.region_id = internal constant i8 0
;; @.offload_maptypes.k.end = private unnamed_addr constant [2 x i64] [i64 2, i64 768]
;; irgen lower --transfers=fused
;; define void @run(ptr nonnull %x, i32 %n) {
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %6 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [2 x i64] [i64 8, i64 4]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [2 x i64] [i64 35, i64 800]
;; @.k.region_id = internal constant i8 0

define void @modified(ptr nonnull %x, ptr %work) {
  call void @kd(ptr %x, ptr %work) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 7), "offload.device"(i32 1) ]
  ret void
}
;; irgen lower
;; define void @modified(ptr nonnull %x, ptr %work) {
;;   call void @__tgt_target_data_begin_mapper(ptr @5, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.kd, ptr @.offload_maptypes.kd.begin, ptr @.offload_names.kd, ptr null)
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.kd, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.kd.kernel, ptr %ArgTypes, align 8
;;   %5 = call i32 @__tgt_target_kernel(ptr @5, i64 %2, i32 1, i32 1, ptr @.kd.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @5, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.kd, ptr @.offload_maptypes.kd.end, ptr @.offload_names.kd, ptr null)
;; }
;; @.offload_sizes.kd = private unnamed_addr constant [2 x i64] [i64 8, i64 8]
;; @.offload_maptypes.kd.begin = private unnamed_addr constant [2 x i64] [i64 5, i64 256]
;; @.offload_names.kd = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @6]
;; @.offload_maptypes.kd.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 288]
;; @.kd.region_id = internal constant i8 0
;; @.offload_maptypes.kd.end = private unnamed_addr constant [2 x i64] [i64 6, i64 256]
;; irgen lower --transfers=fused
;; define void @modified(ptr nonnull %x, ptr %work) {
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.kd, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.kd.kernel, ptr %ArgTypes, align 8
;;   %5 = call i32 @__tgt_target_kernel(ptr @5, i64 %2, i32 1, i32 1, ptr @.kd.region_id, ptr %kernel_args)
;; }
;; @.offload_sizes.kd = private unnamed_addr constant [2 x i64] [i64 8, i64 8]
;; @.offload_maptypes.kd.kernel = private unnamed_addr constant [2 x i64] [i64 39, i64 288]
;; @.kd.region_id = internal constant i8 0

define void @computed(ptr nonnull %x, i32 %n, i64 %bytes) {
  call void @k(ptr %x, i32 %n) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
  ret void
}
;; irgen lower
;; define void @computed(ptr nonnull %x, i32 %n, i64 %bytes) {
;;   call void @__tgt_target_data_begin_mapper(ptr @8, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %6 = call i32 @__tgt_target_kernel(ptr @8, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @8, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
;; irgen lower --transfers=fused
;; define void @computed(ptr nonnull %x, i32 %n, i64 %bytes) {
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %6 = call i32 @__tgt_target_kernel(ptr @8, i64 %2, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;; }
