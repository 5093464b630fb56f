; does the callee get what the runtime answers for each pointer, and the pointer where it answers null?

; ModuleID = 'host'
source_filename = "host"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.ident_t = type { i32, i32, i32, i32, ptr }
%__tgt_bin_desc = type { i32, ptr, ptr, ptr }

@0 = private unnamed_addr constant [19 x i8] c";unknown;run;0;0;;\00", align 1
@1 = private unnamed_addr constant %struct.ident_t { i32 0, i32 2, i32 0, i32 18, ptr @0 }, align 8
@.offload_sizes.gemv = private unnamed_addr constant [3 x i64] [i64 24, i64 12, i64 8]
@.offload_maptypes.gemv.begin = private unnamed_addr constant [3 x i64] [i64 1, i64 1, i64 1]
@.offload_maptypes.gemv.end = private unnamed_addr constant [3 x i64] [i64 0, i64 0, i64 2]
@.omp_offloading.descriptor = internal constant %__tgt_bin_desc zeroinitializer
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 101, ptr @.omp_offloading.descriptor_reg, ptr null }]

define void @run(ptr noalias nonnull %a, ptr noalias nonnull %x, ptr noalias nonnull %y) {
entry:
  %.offload_baseptrs = alloca [3 x ptr], align 8
  %.offload_ptrs = alloca [3 x ptr], align 8
  %0 = call i32 @omp_get_default_device()
  %1 = sext i32 %0 to i64
  store ptr %a, ptr %.offload_baseptrs, align 8
  store ptr %a, ptr %.offload_ptrs, align 8
  %2 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 1
  store ptr %x, ptr %2, align 8
  %3 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 1
  store ptr %x, ptr %3, align 8
  %4 = getelementptr inbounds [3 x ptr], ptr %.offload_baseptrs, i32 0, i32 2
  store ptr %y, ptr %4, align 8
  %5 = getelementptr inbounds [3 x ptr], ptr %.offload_ptrs, i32 0, i32 2
  store ptr %y, ptr %5, align 8
  call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.gemv, ptr @.offload_maptypes.gemv.begin, ptr null, ptr null)
  %6 = trunc i64 %1 to i32
  %7 = call ptr @omp_get_mapped_ptr(ptr %a, i32 %6)
  %8 = icmp eq ptr %7, null
  %a.device = select i1 %8, ptr %a, ptr %7
  %9 = call ptr @omp_get_mapped_ptr(ptr %x, i32 %6)
  %10 = icmp eq ptr %9, null
  %x.device = select i1 %10, ptr %x, ptr %9
  %11 = call ptr @omp_get_mapped_ptr(ptr %y, i32 %6)
  %12 = icmp eq ptr %11, null
  %y.device = select i1 %12, ptr %y, ptr %11
  call void @gemv(ptr %a.device, ptr %x.device, ptr %y.device)
  call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr @.offload_sizes.gemv, ptr @.offload_maptypes.gemv.end, ptr null, ptr null)
  ret void
}

declare void @gemv(ptr, ptr, ptr)

; Function Attrs: nounwind
declare i32 @omp_get_default_device() #0

; Function Attrs: nounwind
declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

; Function Attrs: nounwind
declare ptr @omp_get_mapped_ptr(ptr, i32) #0

; Function Attrs: nounwind
declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr) #0

define internal void @.omp_offloading.descriptor_unreg() section ".text.startup" {
entry:
  call void @__tgt_unregister_lib(ptr @.omp_offloading.descriptor)
  ret void
}

declare void @__tgt_unregister_lib(ptr)

define internal void @.omp_offloading.descriptor_reg() section ".text.startup" {
entry:
  call void @__tgt_register_lib(ptr @.omp_offloading.descriptor)
  call void @__tgt_init_all_rtls()
  %0 = call i32 @atexit(ptr @.omp_offloading.descriptor_unreg)
  ret void
}

declare void @__tgt_register_lib(ptr)

declare void @__tgt_init_all_rtls()

declare i32 @atexit(ptr)

attributes #0 = { nounwind }

!llvm.module.flags = !{!0}

!0 = !{i32 7, !"openmp", i32 51}
