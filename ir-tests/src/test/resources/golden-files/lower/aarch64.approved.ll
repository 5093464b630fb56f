; are modules for 64-bit Arm lowered like others?

; irgen lower
target triple = "aarch64-unknown-linux-gnu"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"

declare void @k(ptr, i64, [2 x i64])

define void @run(ptr nonnull %x, i64 %n, [2 x i64] %pair) {
  call void @k(ptr %x, i64 %n, [2 x i64] %pair) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
;; define void @run(ptr nonnull %x, i64 %n, [2 x i64] %pair) {
;;   %value = alloca [2 x i64], align 16
;;   %.offload_baseptrs = alloca [4 x ptr], align 8
;;   %.offload_ptrs = alloca [4 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   store [2 x i64] %pair, ptr %value, align 16
;;   %1 = getelementptr inbounds [2 x i64], ptr %value, i32 0, i32 0
;;   %2 = load i64, ptr %1, align 8
;;   %3 = getelementptr inbounds [2 x i64], ptr %value, i32 0, i32 1
;;   %4 = load i64, ptr %3, align 8
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   %5 = getelementptr inbounds [4 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store i64 %n, ptr %5, align 8
;;   %6 = getelementptr inbounds [4 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store i64 %n, ptr %6, align 8
;;   %7 = getelementptr inbounds [4 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
;;   store i64 %2, ptr %7, align 8
;;   %8 = getelementptr inbounds [4 x ptr], ptr %.offload_ptrs, i32 0, i32 2
;;   store i64 %2, ptr %8, align 8
;;   %9 = getelementptr inbounds [4 x ptr], ptr %.offload_baseptrs, i32 0, i32 3
;;   store i64 %4, ptr %9, align 8
;;   %10 = getelementptr inbounds [4 x ptr], ptr %.offload_ptrs, i32 0, i32 3
;;   store i64 %4, ptr %10, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 4, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.k, ptr null)
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 4, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr @.offload_names.k, ptr %ArgNames, align 8
;;   %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
;;   store ptr null, ptr %ArgMappers, align 8
;;   %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
;;   store i64 0, ptr %Tripcount, align 8
;;   %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
;;   store i64 0, ptr %Flags, align 8
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] [i32 4, i32 1, i32 1], ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 64, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %11 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %11, ptr @.offload_message, i64 133)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 4, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.k, ptr null)
;;   ret void
;; }
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
;; @.offload_sizes.k = private unnamed_addr constant [4 x i64] [i64 64, i64 8, i64 8, i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [4 x i64] [i64 1, i64 768, i64 768, i64 768]
;; @.offload_names.k = private unnamed_addr constant [4 x ptr] [ptr @2, ptr @3, ptr @4, ptr @5]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [4 x i64] [i64 32, i64 800, i64 800, i64 800]
;; @.k.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [134 x i8] c"function 'run': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @.offload_maptypes.k.end = private unnamed_addr constant [4 x i64] [i64 2, i64 768, i64 768, i64 768]
;; @0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
;; @2 = private unnamed_addr constant [17 x i8] c";x;unknown;0;0;;\00", align 1
;; @3 = private unnamed_addr constant [17 x i8] c";n;unknown;0;0;;\00", align 1
;; @4 = private unnamed_addr constant [20 x i8] c";pair;unknown;0;0;;\00", align 1
;; @5 = private unnamed_addr constant [22 x i8] c";pair+8;unknown;0;0;;\00", align 1
