; how does a structure reach a kernel that takes it by value?

; irgen lower
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.Pair = type { i64, i32 }

declare void @k(ptr byval(%struct.Pair) align 8, ptr)
declare void @v(<4 x float>)

; lines with value, .offload_baseptrs, .offload_ptrs, .offload_sizes, NumArgs, maptypes, icmp, select
define void @by_address(ptr %pair, ptr %x) {
  call void @k(ptr byval(%struct.Pair) align 8 %pair, ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 1, i64 8, i64 3) ]
  ret void
}
;; define void @by_address(ptr %pair, ptr %x) {
;;   %value = alloca [2 x i64], align 16
;;   %.offload_baseptrs = alloca [3 x ptr], align 8
;;   %.offload_ptrs = alloca [3 x ptr], align 8
;;   %.offload_sizes = alloca [3 x i64], align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.k, i64 24, i1 false)
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %value, ptr align 1 %pair, i64 16, i1 false)
;;   %1 = getelementptr inbounds [2 x i64], ptr %value, i32 0, i32 0
;;   %3 = getelementptr inbounds [2 x i64], ptr %value, i32 0, i32 1
;;   %5 = icmp eq ptr %x, null
;;   %6 = select i1 %5, i64 0, i64 8
;;   store i64 %2, ptr %.offload_baseptrs, align 8
;;   store i64 %2, ptr %.offload_ptrs, align 8
;;   %7 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   %8 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   %9 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
;;   %10 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 2
;;   %11 = getelementptr inbounds [3 x i64], ptr %.offload_sizes, i32 0, i32 2
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 3, ptr %NumArgs, align 4
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [3 x i64] [i64 8, i64 8, i64 0]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [3 x i64] [i64 768, i64 768, i64 1]
;; @.offload_names.k = private unnamed_addr constant [3 x ptr] [ptr @2, ptr @3, ptr @4]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [3 x i64] [i64 800, i64 800, i64 32]
;; @.offload_maptypes.k.end = private unnamed_addr constant [3 x i64] [i64 768, i64 768, i64 2]

define void @as_a_vector(<4 x float> %four) {
  call void @v(<4 x float> %four) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1) ]
  ret void
}
;; define void @as_a_vector(<4 x float> %four) {
;;   %value = alloca [2 x i64], align 16
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   store <4 x float> %four, ptr %value, align 16
;;   %1 = getelementptr inbounds [2 x i64], ptr %value, i32 0, i32 0
;;   %3 = getelementptr inbounds [2 x i64], ptr %value, i32 0, i32 1
;;   store i64 %2, ptr %.offload_baseptrs, align 8
;;   store i64 %2, ptr %.offload_ptrs, align 8
;;   %5 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   %6 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 2, ptr %NumArgs, align 4
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   store ptr @.offload_sizes.v, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.v.kernel, ptr %ArgTypes, align 8
;; }
;; @.offload_sizes.v = private unnamed_addr constant [2 x i64] [i64 8, i64 8]
;; @.offload_maptypes.v.kernel = private unnamed_addr constant [2 x i64] [i64 800, i64 800]
; and @.offload_maptypes.k.kernel
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [3 x i64] [i64 800, i64 800, i64 32]
