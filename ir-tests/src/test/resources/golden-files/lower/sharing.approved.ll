; do sites share what is the same, and keep their slots outside of loops?

; irgen lower
declare void @f(ptr)
declare void @k(ptr)
declare void @j(ptr)
; lines with alloca, memcpy, store ptr %x, __tgt_target, br, phi
define void @run(ptr nonnull %x, i32 %n) {
entry:
  br label %body
body:
  %i = phi i32 [ 0, %entry ], [ %next, %body ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %body, label %exit
exit:
  ret void
}
;; define void @run(ptr nonnull %x, i32 %n) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_place = alloca i64, align 8
;;   br label %body
;;   %i = phi i32 [ 0, %entry ], [ %next, %body ]
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   br i1 %more, label %body, label %exit
;; }
;; @.offload_sizes.f = private unnamed_addr constant [1 x i64] [i64 64]
;; @.offload_maptypes.f.begin = private unnamed_addr constant [1 x i64] [i64 65]
;; @.offload_names.f = private unnamed_addr constant [1 x ptr] [ptr @2]
;; @.offload_maptypes.f.end = private unnamed_addr constant [1 x i64] [i64 2]

define void @two_sites(ptr nonnull %x) {
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
;; define void @two_sites(ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %.offload_place = alloca i64, align 8
;;   %.offload_baseptrs1 = alloca [1 x ptr], align 8
;;   %.offload_ptrs2 = alloca [1 x ptr], align 8
;;   %.offload_place4 = alloca i64, align 8
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;;   store ptr %x, ptr %.offload_baseptrs1, align 8
;;   store ptr %x, ptr %.offload_ptrs2, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.begin, ptr @.offload_names.f, ptr null)
;;   call void @__tgt_target_data_end_mapper(ptr @4, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.f, ptr @.offload_maptypes.f.end, ptr @.offload_names.f, ptr null)
;; }

define void @two_kernels(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  call void @j(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 16, i64 1) ]
  ret void
}
;; define void @two_kernels(ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   %.offload_baseptrs1 = alloca [1 x ptr], align 8
;;   %.offload_ptrs2 = alloca [1 x ptr], align 8
;;   %kernel_args3 = alloca %struct.__tgt_kernel_arguments, align 8
;;   %.offload_baseptrs17 = alloca [1 x ptr], align 8
;;   %.offload_ptrs18 = alloca [1 x ptr], align 8
;;   %kernel_args19 = alloca %struct.__tgt_kernel_arguments, align 8
;;   %.offload_baseptrs33 = alloca [1 x ptr], align 8
;;   %.offload_ptrs34 = alloca [1 x ptr], align 8
;;   %kernel_args35 = alloca %struct.__tgt_kernel_arguments, align 8
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.f, ptr null)
;;   %1 = call i32 @__tgt_target_kernel(ptr @6, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.f, ptr null)
;;   store ptr %x, ptr %.offload_baseptrs1, align 8
;;   store ptr %x, ptr %.offload_ptrs2, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.j, ptr @.offload_maptypes.j.begin, ptr @.offload_names.f, ptr null)
;;   %2 = call i32 @__tgt_target_kernel(ptr @6, i64 0, i32 1, i32 1, ptr @.j.region_id, ptr %kernel_args3)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs1, ptr %.offload_ptrs2, ptr @.offload_sizes.j, ptr @.offload_maptypes.j.end, ptr @.offload_names.f, ptr null)
;;   store ptr %x, ptr %.offload_baseptrs17, align 8
;;   store ptr %x, ptr %.offload_ptrs18, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs17, ptr %.offload_ptrs18, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.f, ptr null)
;;   %3 = call i32 @__tgt_target_kernel(ptr @6, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args19)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs17, ptr %.offload_ptrs18, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.f, ptr null)
;;   store ptr %x, ptr %.offload_baseptrs33, align 8
;;   store ptr %x, ptr %.offload_ptrs34, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs33, ptr %.offload_ptrs34, ptr @.offload_sizes.k.14, ptr @.offload_maptypes.k.begin, ptr @.offload_names.f, ptr null)
;;   %4 = call i32 @__tgt_target_kernel(ptr @6, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args35)
;;   call void @__tgt_target_data_end_mapper(ptr @6, i64 0, i32 1, ptr %.offload_baseptrs33, ptr %.offload_ptrs34, ptr @.offload_sizes.k.14, ptr @.offload_maptypes.k.end.15, ptr @.offload_names.f, ptr null)
;; }
;; @.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.k.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.k.region_id = internal constant i8 0
;; @.offload_maptypes.k.end = private unnamed_addr constant [1 x i64] [i64 2]
;; @.offload_sizes.j = private unnamed_addr constant [1 x i64] [i64 8]
;; @.offload_maptypes.j.begin = private unnamed_addr constant [1 x i64] [i64 1]
;; @.j.region_id = internal constant i8 0
;; @.offload_maptypes.j.end = private unnamed_addr constant [1 x i64] [i64 2]
;; @.offload_sizes.k.14 = private unnamed_addr constant [1 x i64] [i64 16]
;; @.offload_maptypes.k.end.15 = private unnamed_addr constant [1 x i64] zeroinitializer

define void @again(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3) ]
  ret void
}
;; define void @again(ptr nonnull %x) {
;;   %.offload_baseptrs = alloca [1 x ptr], align 8
;;   %.offload_ptrs = alloca [1 x ptr], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @8, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.begin, ptr @.offload_names.f, ptr null)
;;   %1 = call i32 @__tgt_target_kernel(ptr @8, i64 0, i32 1, i32 1, ptr @.k.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @8, i64 0, i32 1, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.k, ptr @.offload_maptypes.k.end, ptr @.offload_names.f, ptr null)
;; }

; and @.omp_offloading.entries
;; @.omp_offloading.entries = internal constant [2 x %struct.__tgt_offload_entry] [%struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.j.region_id, ptr @.offloading.entry_name.j, i64 0, i64 0, ptr null }], align 8

; irgen lower
; lines with alloca, memcpy, store, __tgt_target, br, phi
declare void @kk(ptr, ptr)
define void @computed(ptr noalias nonnull %x, ptr noalias nonnull %y, i64 %times) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %next = add i64 %i, 1
  call void @kk(ptr %x, ptr %y) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 1), "offload.map"(i32 1, i64 %next, i64 1) ]
  %again = icmp slt i64 %next, %times
  br i1 %again, label %loop, label %exit
exit:
  ret void
}
;; define void @computed(ptr noalias nonnull %x, ptr noalias nonnull %y, i64 %times) {
;;   %.offload_baseptrs = alloca [2 x ptr], align 8
;;   %.offload_ptrs = alloca [2 x ptr], align 8
;;   %.offload_sizes = alloca [2 x i64], align 8
;;   %kernel_args = alloca %struct.__tgt_kernel_arguments, align 8
;;   call void @llvm.memcpy.p0.p0.i64(ptr align 8 %.offload_sizes, ptr align 8 @.offload_sizes.kk, i64 16, i1 false)
;;   br label %loop
;;   %i = phi i64 [ 0, %entry ], [ %next, %loop ]
;;   store ptr %x, ptr %.offload_baseptrs, align 8
;;   store ptr %x, ptr %.offload_ptrs, align 8
;;   store ptr %y, ptr %0, align 8
;;   store ptr %y, ptr %1, align 8
;;   store i64 %next, ptr %2, align 8
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 0, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.kk.begin, ptr @.offload_names.kk, ptr null)
;;   store i32 3, ptr %Version, align 4
;;   store i32 2, ptr %NumArgs, align 4
;;   store ptr %.offload_baseptrs, ptr %ArgBasePtrs, align 8
;;   store ptr %.offload_ptrs, ptr %ArgPtrs, align 8
;;   store ptr %.offload_sizes, ptr %ArgSizes, align 8
;;   store ptr @.offload_maptypes.kk.kernel, ptr %ArgTypes, align 8
;;   store ptr @.offload_names.kk, ptr %ArgNames, align 8
;;   store ptr null, ptr %ArgMappers, align 8
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %NumTeams, align 4
;;   store [3 x i32] [i32 1, i32 1, i32 1], ptr %ThreadLimit, align 4
;;   store i32 0, ptr %DynCGroupMem, align 4
;;   %3 = call i32 @__tgt_target_kernel(ptr @1, i64 0, i32 1, i32 1, ptr @.kk.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 0, i32 2, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.kk.end, ptr @.offload_names.kk, ptr null)
;;   br i1 %again, label %loop, label %exit
;; }
;; @.offload_sizes.kk = private unnamed_addr constant [2 x i64] [i64 64, i64 0]
;; @.offload_maptypes.kk.begin = private unnamed_addr constant [2 x i64] [i64 1, i64 1]
;; @.offload_names.kk = private unnamed_addr constant [2 x ptr] [ptr @2, ptr @3]
;; @.offload_maptypes.kk.kernel = private unnamed_addr constant [2 x i64] [i64 32, i64 32]
;; @.kk.region_id = internal constant i8 0
;; @.offload_maptypes.kk.end = private unnamed_addr constant [2 x i64] zeroinitializer
