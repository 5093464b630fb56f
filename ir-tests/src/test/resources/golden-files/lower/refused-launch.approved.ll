; what runs when a launch is refused?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"

declare void @k(i32)
declare void @on_host(i32)

define void @fallback(i32 %n) {
  call void @k(i32 %n) [ "offload"(i1 false, i64 0), "offload.grid"(i32 4, i32 1, i32 1),
    "offload.block"(i32 64, i32 1, i32 1), "offload.fallback"(ptr @on_host) ]
  ret void
}
;; define void @fallback(i32 %n) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = zext i32 %n to i64
;;   store i64 %1, ptr %.offload_baseptrs, align 8
;;   store i64 %1, ptr %.offload_ptrs, align 8
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 1, ptr %NumArgs, align 4
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
;;   %2 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_fallback.on_host(i32 %2, i32 %n)
;;   ret void
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 4]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [1 x i64] [i64 800]
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 23, ptr @0 }, align 8
;; @.k.region_id = internal constant i8 0
;; @2 = private unnamed_addr constant [17 x i8] c";n;unknown;0;0;;\00", align 1
;; @0 = private unnamed_addr constant [24 x i8] c";unknown;fallback;0;0;;\00", align 1
; and @.offload_fallback.on_host
;; define internal void @.offload_fallback.on_host(i32 %0, i32 %1) noinline "offload4j-helper"="fallback.v1" "offload4j-subject"="on_host" {
;; entry:
;;   %2 = icmp ne i32 %0, 0
;;   br i1 %2, label %refused, label %launched
;;
;; refused:                                          ; preds = %entry
;;   call void @on_host(i32 %1)
;;   ret void
;;
;; launched:                                         ; preds = %entry
;;   ret void
;; }

define void @none(i32 %n) {
  call void @k(i32 %n) [ "offload"(i1 false, i64 0), "offload.grid"(i32 4, i32 1, i32 1),
    "offload.block"(i32 64, i32 1, i32 1) ]
  ret void
}
;; define void @none(i32 %n) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = zext i32 %n to i64
;;   store i64 %1, ptr %.offload_baseptrs, align 8
;;   store i64 %1, ptr %.offload_ptrs, align 8
;;   %Version = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 0
;;   store i32 3, ptr %Version, align 4
;;   %NumArgs = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 1
;;   store i32 1, ptr %NumArgs, align 4
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
;;   %2 = call i32 @__tgt_target_kernel(ptr @4, i64 0, i32 4, i32 64, ptr @.k.region_id, ptr %kernel_args)
;;   call void @.offload_check.v1(i32 %2, ptr @.offload_message, i64 134)
;;   ret void
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 4]
;; @.offload_maptypes.k.kernel = private unnamed_addr constant [1 x i64] [i64 800]
;; @.offload_names.k = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @4 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 19, ptr @3 }, align 8
;; @.k.region_id = internal constant i8 0
;; @.offload_message = private unnamed_addr constant [135 x i8] c"function 'none': error: the offload runtime did not launch kernel 'k': offloading is disabled, or no device fits the program's images\0A\00", align 1
;; @2 = private unnamed_addr constant [17 x i8] c";n;unknown;0;0;;\00", align 1
;; @3 = private unnamed_addr constant [20 x i8] c";unknown;none;0;0;;\00", align 1
; and @.offload_check.v1
;; define linkonce_odr hidden void @.offload_check.v1(i32 %0, ptr %1, i64 %2) noinline "offload4j-helper"="check.v1" {
;; entry:
;;   %3 = icmp ne i32 %0, 0
;;   br i1 %3, label %refused, label %launched
;;
;; refused:                                          ; preds = %entry
;;   %4 = call i64 @write(i32 2, ptr %1, i64 %2)
;;   call void @abort()
;;   unreachable
;;
;; launched:                                         ; preds = %entry
;;   ret void
;; }
