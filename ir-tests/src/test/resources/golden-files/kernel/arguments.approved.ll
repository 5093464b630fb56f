; does every argument of a launch keep its place, and is one without any a single call?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @k0()
declare void @k4(ptr, i32, ptr, i32)
declare void @kd(ptr, ptr)
declare void @kr(ptr, i64)
define void @nothing() {
  call void @k0() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; define void @nothing() {
;;   %.offload_baseptrs = alloca [0 x ptr], align 8
;;   %.offload_ptrs = alloca [0 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 0, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.k0, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k0.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr null, ptr %ArgNames, align 8
;;   %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
;;   store ptr null, ptr %ArgMappers, align 8
;;   %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
;;   store i64 0, ptr %Tripcount, align 8
;;   %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
;;   store i64 0, ptr %Flags, align 8
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.k0.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %3, ptr @.offload_message, i64 138)
;;   ret void
;; }
;; @.offload_sizes.k0 = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.offload_maptypes.k0.kernel = private unnamed_addr constant [0 x i64] zeroinitializer
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 22, ptr @0 }, align 8
;; @.k0.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [139 x i8] c"function 'nothing': error: the offload runtime did not launch kernel 'k0': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @0 = private unnamed_addr constant [23 x i8] c";unknown;nothing;0;0;;\00", align 1

; lines with alloca, store ptr %x, store ptr %work, store i64, __tgt_target, zext, getelementptr inbounds [
define void @four(ptr nonnull %x, i32 %n) {
  call void @k4(ptr %x, i32 %n, ptr %x, i32 %n) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3), "offload.map"(i32 2, i64 8, i64 3) ]
  ret void
}
;; define void @four(ptr nonnull %x, i32 %n) {
;;   %.offload_baseptrs = alloca [4 x ptr], align 8
;;   %.offload_ptrs = alloca [4 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %3 = zext i32 %n to i64
;;   %4 = zext i32 %n to i64
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   %5 = getelementptr inbounds [4 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store i64 %3, ptr %5, align 8
;;   %6 = getelementptr inbounds [4 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store i64 %3, ptr %6, align 8
;;   %7 = getelementptr inbounds [4 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
;;   store ptr %x, ptr %7, align 8
;;   %8 = getelementptr inbounds [4 x ptr], ptr %.offload_ptrs, i32 0, i32 2
;;   store ptr %x, ptr %8, align 8
;;   %9 = getelementptr inbounds [4 x ptr], ptr %.offload_baseptrs, i32 0, i32 3
;;   store i64 %4, ptr %9, align 8
;;   %10 = getelementptr inbounds [4 x ptr], ptr %.offload_ptrs, i32 0, i32 3
;;   store i64 %4, ptr %10, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @3, i64 %2, i32 4, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k4, ptr @.offload_maptypes.k4.begin, ptr @.offload_names.k4, ptr null)
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;;   %11 = call i32 @__tgt_target_kernel(ptr @3, i64 %2, i32 1, i32 1, ptr @.k4.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @3, i64 %2, i32 4, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k4, ptr @.offload_maptypes.k4.end, ptr @.offload_names.k4, ptr null)
;; }
;; @.offload_sizes.k4 = private unnamed_addr constant [4 x i64] [i64 8, i64 4, i64 8, i64 4]
;; @.offload_maptypes.k4.begin = private unnamed_addr constant [4 x i64] [i64 1, i64 768, i64 1, i64 768]
;; @.offload_names.k4 = private unnamed_addr constant [4 x ptr] [ptr @4, ptr @5, ptr @4, ptr @5]
;; @.k4.region_id = internal constant i8 0
;; @.offload_maptypes.k4.end = private unnamed_addr constant [4 x i64] [i64 2, i64 768, i64 2, i64 768]

define void @device_pointer(ptr nonnull %x, ptr %work) {
  call void @kd(ptr %x, ptr %work) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1), "offload.device"(i32 1) ]
  ret void
}
;; define void @device_pointer(ptr nonnull %x, ptr %work) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   %3 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store ptr %work, ptr %3, align 8
;;   %4 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store ptr %work, ptr %4, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @7, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.kd, ptr @.offload_maptypes.kd.begin, ptr @.offload_names.kd, ptr null)
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;;   %5 = call i32 @__tgt_target_kernel(ptr @7, i64 %2, i32 1, i32 1, ptr @.kd.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @7, i64 %2, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.kd, ptr @.offload_maptypes.kd.end, ptr @.offload_names.kd, ptr null)
;; }
;; @.offload_sizes.kd = private unnamed_addr constant [2 x i64] [i64 8, i64 8]
;; @.offload_maptypes.kd.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 256]
;; @.offload_names.kd = private unnamed_addr constant [2 x ptr] [ptr @4, ptr @8]
;; @.kd.region_id = internal constant i8 0
;; @.offload_maptypes.kd.end = private unnamed_addr constant [2 x i64] [i64 0, i64 256]

define void @resident(ptr %work, i64 %n) {
  call void @kr(ptr %work, i64 %n) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
    "offload.block"(i32 1, i32 1, i32 1), "offload.device"(i32 0) ]
  ret void
}
;; define void @resident(ptr %work, i64 %n) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   store ptr %work, ptr %.offload_baseptrs, align 8
;;   store ptr %work, ptr %.offload_ptrs, align 8
;;   %3 = getelementptr inbounds [2 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
;;   store i64 %n, ptr %3, align 8
;;   %4 = getelementptr inbounds [2 x ptr], ptr %.offload_ptrs, i32 0, i32 1
;;   store i64 %n, ptr %4, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;;   %5 = call i32 @__tgt_target_kernel(ptr @10, i64 %2, i32 1, i32 1, ptr @.kr.region_id, ptr %kernel_args)
;; }
;; @.kr.region_id = internal constant i8 0

; irgen lower
; irgen lower --preset=rustc
; are tables left out that no call uses?
; and @.offload_maptypes.none.begin, @.offload_maptypes.none.kernel
;; irgen lower
;; no @.offload_maptypes.none.begin
;; @.offload_maptypes.none.kernel = private unnamed_addr constant [0 x i64] zeroinitializer
;; irgen lower --preset=rustc
;; @.offload_maptypes.none.begin = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.offload_maptypes.none.kernel = private unnamed_addr constant [0 x i64] zeroinitializer
declare void @none()
; lines with __tgt_target
define void @run() {
  call void @none() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
  ret void
}
;; irgen lower
;; define void @run() {
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 1, i32 1, ptr @.none.region_id, ptr %kernel_args)
;; }
;; @.none.region_id = internal constant i8 0
;; irgen lower --preset=rustc
;; define void @run() {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 -1, i32 0, ptr %1, ptr %2, ptr @.offload_sizes.none, ptr @.offload_maptypes.none.begin, ptr null, ptr null)
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 -1, i32 1, i32 1, ptr @.none.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 -1, i32 0, ptr %4, ptr %5, ptr @.offload_sizes.none, ptr @.offload_maptypes.none.end, ptr null, ptr null)
;; }
;; @.offload_sizes.none = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.none.region_id = weak constant i8 0
;; @.offload_maptypes.none.end = private unnamed_addr constant [0 x i64] zeroinitializer
