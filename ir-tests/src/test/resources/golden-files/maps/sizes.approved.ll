; which size does a mapped pointer have when the program runs?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @k(ptr)
declare void @k2(ptr, ptr)
@table = internal global [4 x i32] zeroinitializer
; lines with .offload_sizes, icmp, select, mul, sext, alloca
define void @empty(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 0, i64 1) ]
  ret void
}
;; define void @empty(ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %2 = sext i32 %1 to i64
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] zeroinitializer
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] zeroinitializer

define void @computed(ptr nonnull %x, ptr nonnull %y, i64 %n) {
  call void @k2(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 1), "offload.map"(i32 1, i64 %n, i64 1) ]
  ret void
}
;; define void @computed(ptr nonnull %x, ptr nonnull %y, i64 %n) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %.offload_sizes = alloca [2 x i64], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k2, i64 16, i1 false)
;;   %2 = sext i32 %1 to i64
;;   %5 = getelementptr inbounds [2 x i64], ptr %.offload_sizes, i32 0, i32 1
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k2.begin, ptr @.offload_names.k2, ptr null)
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k2.end, ptr @.offload_names.k2, ptr null)
;; }
;; @.offload_sizes.k2 = private unnamed_addr constant [2 x i64] [i64 16, i64 0]
;; @.offload_maptypes.k2.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
;; @.offload_names.k2 = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @5]
;; @.offload_maptypes.k2.end = private unnamed_addr constant [2 x i64] zeroinitializer

define void @nullable(ptr %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
  ret void
}
;; define void @nullable(ptr %x) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_sizes = alloca [1 x i64], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 8, i1 false)
;;   %2 = sext i32 %1 to i64
;;   %3 = icmp eq ptr %x, null
;;   %4 = select i1 %3, i64 0, i64 8
;;   store i64 %4, ptr %.offload_sizes, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @7, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @7, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }

define void @nullable_computed(ptr %x, i64 %n) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 %n, i64 1) ]
  ret void
}
;; define void @nullable_computed(ptr %x, i64 %n) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_sizes = alloca [1 x i64], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 8, i1 false)
;;   %2 = sext i32 %1 to i64
;;   %3 = icmp eq ptr %x, null
;;   %4 = select i1 %3, i64 0, i64 %n
;;   store i64 %4, ptr %.offload_sizes, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @9, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @9, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }

define void @null() {
  call void @k(ptr null) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  ret void
}
;; define void @null() {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %2 = sext i32 %1 to i64
;;   call void @__tgt_target_data_begin_mapper(ptr @11, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr null, ptr null)
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @11, i64 %2, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end.4, ptr null, ptr null)
;; }
;; @.offload_maptypes.k.end.4 = private unnamed_addr constant [1 x i64] [i64 2]

define void @never_null() {
  %local = alloca [2 x i64]
  call void @k2(ptr @table, ptr %local) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 1), "offload.map"(i32 1, i64 16, i64 2) ]
  ret void
}
;; define void @never_null() {
;;   %local = alloca [2 x i64], align 8
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %2 = sext i32 %1 to i64
;;   call void @__tgt_target_data_begin_mapper(ptr @13, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2.6, ptr @.offload_maptypes.k2.begin.7, ptr @.offload_names.k2.9, ptr null)
;;   store ptr @.offload_sizes.k2.6, ptr %ArgSizes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @13, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k2.6, ptr @.offload_maptypes.k2.end.8, ptr @.offload_names.k2.9, ptr null)
;; }
;; @.offload_sizes.k2.6 = private unnamed_addr constant [2 x i64] [i64 16, i64 16]
;; @.offload_maptypes.k2.begin.7 = private unnamed_addr constant [2 x i64] [i64 1, i64 0]
;; @.offload_names.k2.9 = private unnamed_addr constant [2 x ptr] [ptr @14, ptr @15]
;; @.offload_maptypes.k2.end.8 = private unnamed_addr constant [2 x i64] [i64 0, i64 2]
;; irgen: <stdin>: warning: in function 'empty': argument 'x' maps no bytes, so the device sees nothing of it; give its size [extent]
