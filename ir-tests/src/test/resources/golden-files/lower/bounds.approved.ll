; are the bounds of a launch taken, constant and computed, and its shared memory?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"

declare void @k()

define void @computed(i32 %gx, i32 %gy, i32 %bx, i32 %shared, i64 %device) {
  call void @k() [ "offload"(i1 false, i64 %device), "offload.grid"(i32 %gx, i32 %gy, i32 1),
    "offload.block"(i32 %bx, i32 2, i32 2), "offload.shared"(i32 %shared) ]
  ret void
}
;; define void @computed(i32 %gx, i32 %gy, i32 %bx, i32 %shared, i64 %device) {
;;   %.offload_baseptrs = alloca [0 x ptr], align 8
;;   %.offload_ptrs = alloca [0 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = call i32 @omp_get_default_device()
;;   %2 = sext i32 %1 to i64
;;   %3 = icmp eq i64 %device, -1
;;   %4 = select i1 %3, i64 %2, i64 %device
;;   %5 = insertvalue [3 x i32] poison, i32 %gx, 0
;;   %6 = insertvalue [3 x i32] %5, i32 %gy, 1
;;   %7 = insertvalue [3 x i32] %6, i32 1, 2
;;   %8 = insertvalue [3 x i32] poison, i32 %bx, 0
;;   %9 = insertvalue [3 x i32] %8, i32 2, 1
;;   %10 = insertvalue [3 x i32] %9, i32 2, 2
;;   %11 = icmp slt i32 %gx, 1
;;   %12 = icmp slt i32 %gy, 1
;;   %13 = or i1 %11, %12
;;   %14 = icmp slt i32 %bx, 1
;;   %15 = or i1 %13, %14
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 0, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr null, ptr %ArgNames, align 8
;;   %ArgMappers = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 7
;;   store ptr null, ptr %ArgMappers, align 8
;;   %Tripcount = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 8
;;   store i64 0, ptr %Tripcount, align 8
;;   %Flags = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 9
;;   store i64 0, ptr %Flags, align 8
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] %7, ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] %10, ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 %shared, ptr %DynCGroupMem, align 4
;;   %16 = call i32 @.offload_launch.v1(ptr @1, i64 %4, i32 %gx, i32 %bx, ptr @.k.region_id, ptr %kernel_args, i1 %15)
;;   call void @.offload_check.v1(i32 %16, ptr @.offload_message, i64 138)
;;   ret void
;; }
;; @.offload_sizes.k = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [0 x i64] zeroinitializer
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 23, ptr @0 }, align 8
;; @.k.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [139 x i8] c"function 'computed': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @0 = private unnamed_addr constant [24 x i8] c";unknown;computed;0;0;;\00", align 1

define void @constant() {
  call void @k() [ "offload"(i1 false, i64 0), "offload.grid"(i32 4, i32 1, i32 1),
    "offload.block"(i32 64, i32 1, i32 1), "offload.shared"(i32 1024) ]
  ret void
}
;; define void @constant() {
;;   %.offload_baseptrs = alloca [0 x ptr], align 8
;;   %.offload_ptrs = alloca [0 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 0, ptr %NumArgs, align 4
;;   %ArgBasePtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 2
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   %ArgPtrs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 3
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   %ArgSizes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 4
;;   store ptr @.offload_sizes.k, ptr %ArgSizes, align 8
;;   %ArgTypes = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 5
;;   store ptr @.offload_maptypes.k.kernel, ptr %ArgTypes, align 8
;;   %ArgNames = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 6
;;   store ptr null, ptr %ArgNames, align 8
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
;;   store i32 1024, ptr %DynCGroupMem, align 4
;;   %1 = call i32 @__tgt_target_kernel(ptr @3, i64 0, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %1, ptr @.offload_message.1, i64 138)
;;   ret void
;; }
;; @.offload_sizes.k = private unnamed_addr constant [0 x i64] zeroinitializer
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [0 x i64] zeroinitializer
;; @3 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 23, ptr @2 }, align 8
;; @.k.region_id = internal constant i8 0
;; @.offload_message.1 = private unnamed_addr constant [139 x i8] c"function 'constant': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @2 = private unnamed_addr constant [24 x i8] c";unknown;constant;0;0;;\00", align 1
; and @.offload_launch.v1
;; define linkonce_odr hidden i32 @.offload_launch.v1(ptr %0, i64 %1, i32 %2, i32 %3, ptr %4, ptr %5, i1 %6) noinline "offload4j-helper"="launch.v1" {
;; entry:
;;   br i1 %6, label %skip, label %launch
;;
;; launch:                                           ; preds = %entry
;;   %7 = call i32 @__tgt_target_kernel(ptr %0, i64 %1, i32 %2, i32 %3, ptr %4, ptr %5)
;;   ret i32 %7
;;
;; skip:                                             ; preds = %entry
;;   ret i32 0
;; }
