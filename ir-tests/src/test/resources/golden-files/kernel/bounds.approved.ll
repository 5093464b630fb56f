; how do grid, block and shared memory reach a launch, and is nothing launched for an empty grid?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"
declare void @k()
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
; lines with NumTeams, ThreadLimit, DynCGroupMem, insertvalue, trunc, sext, icmp, select, or i1, @__tgt_target_kernel, @.offload_launch, store [3 x i32], store i32 %, store i32 4, kernel_args =
define void @constant() {
  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 5, i32 4, i32 3),
    "offload.block"(i32 32, i32 2, i32 1), "offload.shared"(i32 4096) ]
  ret void
}
;; define void @constant() {
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %2 = sext i32 %1 to i64
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] [i32 5, i32 4, i32 3], ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 32, i32 2, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 4096, ptr %DynCGroupMem, align 4
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 %2, i32 5, i32 32, ptr @.k.region_id, ptr %kernel_args)
;; }
;; @.k.region_id = internal constant i8 0

define void @computed(i32 %blocks) {
  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 %blocks, i32 1, i32 1),
    "offload.block"(i32 128, i32 1, i32 1) ]
  ret void
}
;; define void @computed(i32 %blocks) {
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %2 = sext i32 %1 to i64
;;   %3 = insertvalue [3 x i32] poison, i32 %blocks, 0
;;   %4 = insertvalue [3 x i32] %3, i32 1, 1
;;   %5 = insertvalue [3 x i32] %4, i32 1, 2
;;   %6 = icmp slt i32 %blocks, 1
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] %5, ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 128, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %7 = call i32 @.offload_launch.v1(ptr @3, i64 %2, i32 %blocks, i32 128, ptr @.k.region_id, ptr %kernel_args, i1 %6)
;; }

define void @all(i32 %gx, i32 %gy, i32 %bx, i32 %bz, i32 %bytes) {
  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 %gx, i32 %gy, i32 7),
    "offload.block"(i32 %bx, i32 1, i32 %bz), "offload.shared"(i32 %bytes) ]
  ret void
}
;; define void @all(i32 %gx, i32 %gy, i32 %bx, i32 %bz, i32 %bytes) {
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %2 = sext i32 %1 to i64
;;   %3 = insertvalue [3 x i32] poison, i32 %gx, 0
;;   %4 = insertvalue [3 x i32] %3, i32 %gy, 1
;;   %5 = insertvalue [3 x i32] %4, i32 7, 2
;;   %6 = insertvalue [3 x i32] poison, i32 %bx, 0
;;   %7 = insertvalue [3 x i32] %6, i32 1, 1
;;   %8 = insertvalue [3 x i32] %7, i32 %bz, 2
;;   %9 = icmp slt i32 %gx, 1
;;   %10 = icmp slt i32 %gy, 1
;;   %11 = or i1 %9, %10
;;   %12 = icmp slt i32 %bx, 1
;;   %13 = or i1 %11, %12
;;   %14 = icmp slt i32 %bz, 1
;;   %15 = or i1 %13, %14
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] %5, ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] %8, ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 %bytes, ptr %DynCGroupMem, align 4
;;   %16 = call i32 @.offload_launch.v1(ptr @5, i64 %2, i32 %gx, i32 %bx, ptr @.k.region_id, ptr %kernel_args, i1 %15)
;; }

; irgen emit
offloads:
  - {name: wide, callee: wide_kernel, parameters: [{name: blocks, type: i64}], grid: blocks, block: 128}
  - {name: narrow, callee: narrow_kernel, parameters: [{name: blocks, type: i16}], grid: blocks, block: 128}
  - {name: shared, callee: shared_kernel, parameters: [{name: bytes, type: i64}], grid: 1, block: 1, shared: bytes}
; lines with NumTeams, ThreadLimit, DynCGroupMem, insertvalue, trunc, sext, icmp, select, or i1, @__tgt_target_kernel, @.offload_launch, store [3 x i32], store i32 %, store i32 4, kernel_args =
; and @wide, @narrow, @shared
;; define void @wide(i64 %blocks) {
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = sext i32 %0 to i64
;;   %2 = icmp ult i64 4294967294, %blocks
;;   %3 = select i1 %2, i64 4294967294, i64 %blocks
;;   %4 = trunc i64 %3 to i32
;;   %5 = insertvalue [3 x i32] poison, i32 %4, 0
;;   %6 = insertvalue [3 x i32] %5, i32 1, 1
;;   %7 = insertvalue [3 x i32] %6, i32 1, 2
;;   %8 = icmp slt i64 %blocks, 1
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] %7, ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 128, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %9 = call i32 @.offload_launch.v1(ptr @1, i64 %1, i32 %4, i32 128, ptr @.wide_kernel.region_id, ptr %kernel_args, i1 %8)
;; }
;; define void @narrow(i16 %blocks) {
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = sext i32 %0 to i64
;;   %3 = sext i16 %blocks to i32
;;   %4 = insertvalue [3 x i32] poison, i32 %3, 0
;;   %5 = insertvalue [3 x i32] %4, i32 1, 1
;;   %6 = insertvalue [3 x i32] %5, i32 1, 2
;;   %7 = icmp slt i16 %blocks, 1
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] %6, ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 128, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %8 = call i32 @.offload_launch.v1(ptr @4, i64 %1, i32 %3, i32 128, ptr @.narrow_kernel.region_id, ptr %kernel_args, i1 %7)
;; }
;; define void @shared(i64 %bytes) {
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %1 = sext i32 %0 to i64
;;   %2 = icmp ult i64 4294967294, %bytes
;;   %3 = select i1 %2, i64 4294967294, i64 %bytes
;;   %4 = trunc i64 %3 to i32
;;   %NumTeams = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 10
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
;;   %ThreadLimit = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 11
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   %DynCGroupMem = getelementptr inbounds %struct.__tgt_kernel_arguments, ptr %kernel_args, i32 0, i32 12
;;   store i32 %4, ptr %DynCGroupMem, align 4
;;   %5 = call i32 @__tgt_target_kernel(ptr @7, i64 %1, i32 1, i32 1, ptr @.shared_kernel.region_id, ptr %kernel_args)
;; }
